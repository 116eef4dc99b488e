using System.Globalization;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>Text and messages are the same on every machine. Finnish writes minus as U+2212, German the decimal comma.</summary>
public sealed class CultureTests
{
    public static TheoryData<string, string> CasesInCultures
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string culture in new[] { "de-DE", "fi-FI" })
            {
                foreach (string name in Cases.All.Keys)
                {
                    data.Add(name, culture);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(CasesInCultures))]
    public void Generated_text_is_the_same_in_every_culture(string name, string culture)
    {
        string invariant = In("", () => GeneratorRun.Of(Cases.All[name]).Text());

        Assert.Equal(invariant, In(culture, () => GeneratorRun.Of(Cases.All[name]).Text()));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fi-FI")]
    public void Numbers_in_messages_are_the_same_in_every_culture(string culture)
    {
        const string Source = """
            using BalanceGen;
            [BalancedDataset, ClassCount(-1, -1234567), ClassCount(-70000, 1)]
            public partial record Row([ClassLabel(Min = -1, Max = 2)] int Label);
            [BalancedDataset]
            public partial record Wide([ClassLabel(Min = -70000, Max = 2)] int Label);
            """;

        string[] invariant = In("", () => Messages(Source));

        Assert.Equal(3, invariant.Length);
        Assert.Contains(invariant, message => message.Contains("-1234567", StringComparison.Ordinal));
        Assert.Equal(invariant, In(culture, () => Messages(Source)));
    }

    private static string[] Messages(string source) =>
        [.. AnalyzerVerifier.DiagnosticsAsync(TestCompilation.Of(source), AnalyzerVerifier.AllAnalyzers).GetAwaiter().GetResult()
            .Select(diagnostic => diagnostic.GetMessage(CultureInfo.CurrentCulture))
            .Order(StringComparer.Ordinal)];

    /// <summary>The culture flows to the threads that the analyzers run on.</summary>
    private static T In<T>(string culture, Func<T> action)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo beforeUi = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeUi;
        }
    }
}
