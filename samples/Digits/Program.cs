using System.CommandLine;
using System.Text;
using Digits.Loading;
using Digits.Reports;

namespace Digits;

/// <summary>
/// The questions that people ask about weighted sampling, answered by measuring on real images. The annotated record is
/// Digit.cs; each section below is one file of Reports.
/// </summary>
public static class Program
{
    /// <summary>Runs the sample: <c>dotnet run -c Release --project samples/Digits [--seed 42]</c>.</summary>
    public static int Main(string[] args)
    {
        var seed = new Option<long>("--seed") { Description = "The seed of every draw.", DefaultValueFactory = _ => 42 };
        var command = new RootCommand("Balanced sampling on real images of handwritten digits.") { seed };
        command.SetAction(arguments =>
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            Write(new Page(Console.Out), new Settings(arguments.GetValue(seed)));
        });
        return command.Parse(args).Invoke();
    }

    /// <summary>The table of contents.</summary>
    public static void Write(Page page, Settings settings)
    {
        Digit[] images = DigitFile.ReadNumerals();
        ImbalancedDigits digits = ImbalancedDigits.Prepare(images, settings, settings.Seed);

        DataReport.Write(page, images, digits, settings);
        WeightsReport.Write(page, digits.Training);
        BatchReport.Write(page, digits.Training, settings);
        CoverageReport.Write(page, digits, settings);
        TargetReport.Write(page, digits.Training, settings);
        ReplacementReport.Write(page, digits.Training, settings);
        TrainingReport.Write(page, images, digits, settings);
    }
}
