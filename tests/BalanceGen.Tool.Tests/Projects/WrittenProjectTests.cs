using System.Globalization;
using System.Text.RegularExpressions;
using BalanceGen.PackageTests;
using BalanceGen.Tests;
using BalanceGen.Tests.RealData;
using BalanceGen.Tool.Tests.Inputs;

namespace BalanceGen.Tool.Tests.Projects;

/// <summary>Projects that init writes are built against the packed library, without a warning, and run.</summary>
public sealed class WrittenProjectTests
{
    /// <summary>An enum, negative integers, text with blanks, a file without a header. BALANCEGEN_INIT_SETS=all: every set.</summary>
    private static readonly string[] Few = ["zoo", "autos", "glass", "abalone"];

    [RealDataFact]
    public void Projects_of_real_data_build_without_warnings_and_draw_balanced_batches()
    {
        bool isLong = Environment.GetEnvironmentVariable("BALANCEGEN_INIT_SETS") == "all";
        using var folder = new Folder();
        string version = string.Create(CultureInfo.InvariantCulture, $"0.1.0-tool.{DateTime.UtcNow.Ticks}");
        string configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        DotnetCommand.Build(Repository.Root, "pack", "src/BalanceGen", "--no-build", "-c", configuration, "-o", folder.PathOf("feed"), $"-p:PackageVersion={version}").Succeeded();
        folder.Write("nuget.config", $"""<configuration><packageSources><add key="package-under-test" value="{folder.PathOf("feed")}" /></packageSources></configuration>""");
        try
        {
            RealDataset[] sets = [.. RealDataset.SingleLabelSets().Where(set => !set.IsCountList && (isLong || Few.Contains(set.Directory)))];
            var projects = new List<(RealDataset Set, string Folder, string Name)>();
            foreach (RealDataset set in sets)
            {
                string name = $"Set{projects.Count}";
                string project = folder.PathOf(name);
                ToolRun.Of(["init", .. RealCountsTests.Arguments(set), "-o", project, "--name", name, "--package-version", version]).Succeeded();
                projects.Add((set, project, name));
            }

            string several = folder.Write("several.csv", "text,tags\nfine,joy\nwell,joy|calm\nno,anger\nhm,calm | joy\n");
            ToolRun.Of("init", several, "-l", "tags", "--separator", "|", "-o", folder.PathOf("Several"), "--name", "Several", "--package-version", version).Succeeded();

            // One build for all of them: most of its time is not theirs.
            string references = string.Concat(projects.Select(project => project.Name).Append("Several").Select(name => $"<ProjectReference Include=\"{name}/{name}.csproj\" />"));
            folder.Write("all/all.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup>{references.Replace("Include=\"", "Include=\"../", StringComparison.Ordinal)}</ItemGroup></Project>""");
            DotnetCommand.Build(folder.PathOf("all"), "build", "-warnaserror", "-p:TreatWarningsAsErrors=true").Succeeded();
            foreach ((RealDataset set, string project, string name) in projects)
            {
                DotnetResult run = DotnetCommand.Run(project, Path.Combine("bin", "Debug", "net10.0", $"{name}.dll")).Succeeded();

                // The table of many classes leaves some out of its middle, and says how many.
                string[] absent = [.. set.Expected.Where(pair => pair.Count > 0 && !HasLine(run.Output, pair.Class, pair.Count)).Select(pair => pair.Class)];
                int leftOut = Regex.Match(run.Output, @"(?m)^… ([0-9,]+) more classes …") is { Success: true } more ? int.Parse(more.Groups[1].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 0;
                Assert.True(absent.Length == leftOut, $"{set.Directory}: without their counts: {string.Join(", ", absent)}; left out: {leftOut}\n{run.Output}");
                Assert.Contains("batch 0: ", run.Output, StringComparison.Ordinal);
            }

            string ofSets = DotnetCommand.Run(folder.PathOf("Several"), Path.Combine("bin", "Debug", "net10.0", "Several.dll")).Succeeded().Output;
            Assert.Matches("(?m)^anger +1 ", ofSets);
            Assert.Matches("(?m)^calm +2 ", ofSets);
            Assert.Matches("(?m)^joy +3 ", ofSets);
            Assert.Contains("batch 0: ", ofSets, StringComparison.Ordinal);
        }
        finally
        {
            BuildServers.Shutdown();
            string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
            var extracted = new DirectoryInfo(Path.Combine(packages, "balancegen", version));
            if (extracted.Exists)
            {
                extracted.Delete(recursive: true);
            }
        }
    }

    private static bool HasLine(string output, string label, long count) =>
        Regex.IsMatch(output, $@"(?m)^{Regex.Escape(label)} +{count.ToString("N0", CultureInfo.InvariantCulture)} ");

    [Fact]
    public void Several_labels_of_a_row_are_a_list_that_is_split_as_the_cell_is()
    {
        using var folder = new Folder();
        string path = folder.Write("mails.csv", "text,spam,urgent\na,1,0\nb,1,1\nc,0,1\n");
        ToolRun.Of("init", path, "--one-hot", "spam,urgent", "-o", folder.PathOf("out")).Succeeded();

        Assert.Contains("    string Text,\n    [ClassLabel(\"spam\", \"urgent\", Encoding = LabelEncoding.Set)] string[] Label);", File.ReadAllText(folder.PathOf("out/MailsRow.cs")), StringComparison.Ordinal);
        Assert.Contains("text.Split(\"\\u001F\", ", File.ReadAllText(folder.PathOf("out/MailsRowFile.cs")), StringComparison.Ordinal);
        Assert.DoesNotContain("LabeledData", File.ReadAllText(folder.PathOf("out/Mails.csproj")), StringComparison.Ordinal);
        Assert.Contains("sets.ByRarestClass()", File.ReadAllText(folder.PathOf("out/Program.cs")), StringComparison.Ordinal);
    }

    [Fact]
    public void Record_has_the_types_of_the_cells_and_names_that_compile()
    {
        using var folder = new Folder();
        string path = folder.Write("my-cats.csv", "id,größe (cm),is good,名前,class,class\n007,1.5,true,x,a b,1\n8,2,false,,c,2\n9,,true,y,c,2\n");
        ToolRun.Of("init", path, "-l", "4", "-o", folder.PathOf("out")).Succeeded();
        string record = File.ReadAllText(folder.PathOf("out/MyCatsRow.cs"));

        Assert.Contains("    string Id,\n    double? GrößeCm,\n    bool IsGood,\n    string 名前,\n    long Class1,\n    [ClassLabel(\"a b\", \"c\")] string Class);", record, StringComparison.Ordinal);
        Assert.Contains("LabelColumn=\"4\"", File.ReadAllText(folder.PathOf("out/MyCats.csproj")), StringComparison.Ordinal);
        Assert.Contains("there is a project in this folder already", ToolRun.Of("init", path, "-l", "4", "-o", folder.PathOf("out")).FailedWith(2).Error, StringComparison.Ordinal);
    }
}
