using System.Reflection;
using BalanceGen.CodeFixes;
using BalanceGen.Tests;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BalanceGen.Generators.Tests.Diagnostics;

/// <summary>Every fix has the name of its rule and tests of its text, of all fixes at once.</summary>
public sealed class FixerTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "BalanceGen.Generators.Tests", "Diagnostics");

    /// <summary>Fixes of what several rules report, and those that make, change or read a file: <see cref="FixMatrixTests"/> applies them all at once.</summary>
    private static readonly string[] OfFiles = [nameof(ClassesFromFileFixer), nameof(ClassesRenumberedFixer), nameof(CountFileFixer), nameof(CreateCountFileFixer)];

    /// <summary>The command creates no files, and the project of that test has the library alone.</summary>
    private static readonly string[] NotByFormat = ["BALG0105", "BALG0216", "BALG0217", "BALG0218"];

    public static TheoryData<string> Fixers() =>
    [
        .. typeof(RuleFixer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract).Select(type => type.Name),
    ];

    [Theory]
    [MemberData(nameof(Fixers))]
    public void A_fix_has_tests_of_its_text_and_of_all_fixes_at_once(string fixer)
    {
        string stem = fixer[..^"Fixer".Length];
        string[] files = [.. Directory.GetFiles(Folder, $"{stem}*Tests*.cs")];
        string text = string.Concat(files.Select(File.ReadAllText));
        string wanted = $"tests/BalanceGen.Generators.Tests/Diagnostics/{stem}Tests.cs";

        Assert.True(text.Contains($"{fixer}>", StringComparison.Ordinal) || text.Contains($"new {fixer}(", StringComparison.Ordinal), $"{wanted} has no test of the code that {fixer} makes: CodeFixVerifier.VerifyAsync<{fixer}>.");
        Assert.True(OfFiles.Contains(fixer) || text.Contains($"VerifyFixAllAsync<{fixer}>", StringComparison.Ordinal), $"{wanted} has no test of all fixes at once: CodeFixVerifier.VerifyFixAllAsync<{fixer}>.");
    }

    /// <summary>As a user applies it: to a project, from the package.</summary>
    [Theory]
    [MemberData(nameof(Fixers))]
    public void A_fix_is_applied_by_dotnet_format(string fixer)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "BalanceGen.PackageTests", "FixesProjectTests.cs"));
        IEnumerable<string> missing = Ids(fixer).Except(NotByFormat).Where(id => !text.Contains($"\"{id}\"", StringComparison.Ordinal));

        Assert.True(!missing.Any(), $"Add {string.Join(", ", missing)} to Rules of tests/BalanceGen.PackageTests/FixesProjectTests.cs, and code that breaks it to Projects/Fixes beside it.");
    }

    [Theory]
    [MemberData(nameof(Fixers))]
    public void A_fix_has_the_name_of_a_rule_that_it_fixes(string fixer)
    {
        string[] rules =
        [
            .. Ids(fixer)
                .Select(id => typeof(Rules.Descriptors).GetFields(BindingFlags.Static | BindingFlags.Public).Single(rule => ((Microsoft.CodeAnalysis.DiagnosticDescriptor)rule.GetValue(null)!).Id == id).Name),
        ];

        Assert.True(OfFiles.Contains(fixer) || rules.Contains(fixer[..^"Fixer".Length]), $"{fixer} fixes {string.Join(", ", rules)}; name it after one of them.");
    }

    private static string[] Ids(string fixer) =>
        [.. ((CodeFixProvider)Activator.CreateInstance(typeof(RuleFixer).Assembly.GetTypes().Single(type => type.Name == fixer))!).FixableDiagnosticIds];
}
