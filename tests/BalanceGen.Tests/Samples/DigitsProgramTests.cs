using System.Globalization;
using Digits;
using Digits.Reports;

namespace BalanceGen.Tests.Samples;

/// <summary>The sample as a whole: what a reader of its output relies on.</summary>
public class DigitsProgramTests
{
    private static readonly Settings Few = new(Seed: 42, Trainings: 2, CoverageSeeds: 3, BatchEpochs: 3);

    [Fact]
    public void Sections_answer_the_questions_in_order()
    {
        string[] lines = Run(Few).Split('\n');
        string[] headings = [.. lines.Skip(1).Zip(lines).Where(pair => pair.First.StartsWith('═')).Select(pair => pair.Second)];
        Assert.Equal(
            [
                "Telling 3 from 8, with few examples of 8",
                "1. Are the weights computed right?",
                "2. Is the data really balanced?",
                "3. Will the model see all the data?",
                "4. How do I get a chosen imbalance?",
                "5. Why does nothing balance without replacement?",
                "6. What does it change?",
            ],
            headings);
    }

    [Fact]
    public void Output_is_plain_text_that_fits_the_page_and_breaks_no_table_cell()
    {
        bool inTable = false;
        foreach (string line in Run(Few).Split('\n'))
        {
            Assert.DoesNotContain('\e', line);
            Assert.DoesNotContain("NaN", line, StringComparison.Ordinal);
            Assert.DoesNotContain("∞", line, StringComparison.Ordinal);
            Assert.InRange(line.Length, 0, Page.Width);
            inTable = line.StartsWith('─') || (inTable && line.Length > 0);
            if (inTable && !line.StartsWith('─'))
            {
                Assert.False(line.StartsWith("  ", StringComparison.Ordinal), $"A cell was broken: {line}");
            }
        }
    }

    [Fact]
    public void Same_seed_gives_the_same_output_in_every_culture_and_another_seed_another()
    {
        string expected = Run(Few);
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fi-FI");
            Assert.Equal(expected, Run(Few));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.NotEqual(expected, Run(Few with { Seed = 43 }));
    }

    [Fact]
    public void Numbers_that_do_not_depend_on_the_draws_are_printed()
    {
        string output = Run(Few);

        // 183 and 174 images, a fifth of each for the test, ten of the rare class kept: 146 and 10.
        Assert.Matches(@"Three +183 +37 +51\.4 % +146 +93\.6 %", output);
        Assert.Matches(@"Eight +174 +35 +48\.6 % +10 +6\.4 %", output);

        // N/(C·n) = 156/(2·146) and 156/(2·10); N/n is twice that.
        Assert.Matches(@"Three +146 +0\.5342 +78\.0 +1\.0685 +156\.0", output);
        Assert.Matches(@"Eight +10 +7\.8000 +78\.0 +15\.6000 +156\.0", output);
        Assert.Matches(@"all 10 +Eight +156\.0 +50\.0 %", output);

        // The balanced sampler leaves no batch without the rare class, and without replacement nothing is balanced.
        Assert.Matches(@"BalancedSampler +45 +50\.00 % +0\.00 % +50 % +50 % +0\.00 %", output);
        Assert.Matches(@"epoch +10 of 156 = 6\.4 %", output);
    }

    [Fact]
    public void Unknown_option_is_refused() => Assert.NotEqual(0, Program.Main(["--sed", "1"]));

    private static string Run(Settings settings)
    {
        using var writer = new StringWriter();
        Program.Write(new Page(writer), settings);
        return writer.ToString().ReplaceLineEndings("\n");
    }
}
