using System.Text.RegularExpressions;
using BalanceGen.Tests;

namespace BalanceGen.Generators.Tests;

/// <summary>The page of the configuration and what the package's build files and the analyzers read are the same.</summary>
public sealed partial class ConfigurationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "configuration.md"));

    private static readonly string BuildFiles = string.Concat(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "BalanceGen", "msbuild")).Order(StringComparer.Ordinal).Select(File.ReadAllText));

    [Fact]
    public void Every_property_and_item_is_in_a_table_and_no_other()
    {
        // What the build tells the compiler is no setting.
        string[] read = [.. PropertyOrItem().Matches(BuildFiles).Select(match => match.Groups["name"].Value).Except(["BalanceGenCounted", "BalanceGenOutdated"]).Distinct().Order(StringComparer.Ordinal)];

        Assert.Equal(["BalanceGenClassCountFile", "BalanceGenCountingTool", "BalanceGenIncludeClassCountFiles", "BalanceGenMinimumClassRows", "BalanceGenUsings"], read);
        Assert.Equal(read, Rows("BalanceGen[A-Za-z]+").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_metadata_of_a_labelled_file_is_in_the_table()
    {
        string task = File.ReadAllText(Path.Combine(Repository.Root, "generators", "BalanceGen.Counting.Tasks", "WriteCountingRequest.cs"));
        string[] read = [.. Quoted().Matches(MetadataNames().Match(task).Value).Select(match => match.Groups["name"].Value)];

        Assert.Equal(["LabelColumn", "Delimiter", "HasHeader", "Quoting", "LabelSeparator", "Format", "Pattern"], read);
        Assert.All([.. read, "Dataset"], name => Assert.Contains($"\n| `{name}` |", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_key_of_the_editor_config_is_in_the_table_with_the_prefix()
    {
        string[] read =
        [
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "generators", "BalanceGen.Generators", "Diagnostics"), "*.cs", SearchOption.AllDirectories)
                .SelectMany(file => EditorConfigKey().Matches(File.ReadAllText(file)))
                .Select(match => match.Groups["name"].Value)
                .Distinct(),
        ];

        Assert.Equal(["balancegen_minimum_class_rows"], read);
        Assert.Equal(read, Rows("balancegen_[a-z_]+"));
    }

    private static IEnumerable<string> Rows(string name) =>
        Page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Regex.Matches(string.Join('|', line.Split('|').Take(3)), $"`(?<name>{name})`"))
            .Select(match => match.Groups["name"].Value);

    // A name with an underscore before it is the package's own, and the name of a target is no setting.
    [GeneratedRegex("""(\$\(|<|Include=")(?<name>BalanceGen[A-Za-z]+)""")]
    private static partial Regex PropertyOrItem();

    [GeneratedRegex(@"Metadata = \[[^\]]*\]")]
    private static partial Regex MetadataNames();

    [GeneratedRegex("\"(?<name>[A-Za-z]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("\"(?<name>balancegen_[a-z_]+)\"")]
    private static partial Regex EditorConfigKey();
}
