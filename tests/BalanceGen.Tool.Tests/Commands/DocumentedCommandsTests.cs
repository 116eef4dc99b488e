using System.CommandLine;
using BalanceGen.Tests;
using BalanceGen.Tool.Analysis;
using BalanceGen.Tool.Commands;

namespace BalanceGen.Tool.Tests.Commands;

/// <summary>What the pages and the help show can be typed.</summary>
public sealed class DocumentedCommandsTests
{
    [Fact]
    public void Every_command_of_the_pages_and_of_the_help_is_one()
    {
        RootCommand root = ToolCommands.Create(new Session(TextWriter.Null, TextWriter.Null, IsTerminal: false, []));
        string[] pages = [File.ReadAllText(Path.Combine(Repository.Root, "docs", "tool.md")), File.ReadAllText(Path.Combine(Repository.Root, "README.md"))];
        string[] lines =
        [
            .. pages.SelectMany(page => page.Split('\n')).Select(line => line.Trim()).Where(line => line.StartsWith("balancegen ", StringComparison.Ordinal)),
            .. pages.SelectMany(page => page.Split('`')).Where(span => span.StartsWith("balancegen ", StringComparison.Ordinal) && !span.Contains("COMMAND", StringComparison.Ordinal) && span.Contains(" -", StringComparison.Ordinal)),
            .. root.Subcommands.OfType<ExampleCommand>().SelectMany(command => command.Examples).Where(line => line.StartsWith("balancegen ", StringComparison.Ordinal)),
        ];

        Assert.True(lines.Length > 40, $"{lines.Length} lines");
        foreach (string line in lines)
        {
            string[] words = Words(line.Split(" && ")[0].Split(" > ")[0]);
            ParseResult parsed = root.Parse(words[1..]);
            Assert.True(parsed.Errors.Count == 0, $"{line}\n{string.Join('\n', parsed.Errors.Select(error => error.Message))}");
        }
    }

    [Fact]
    public void Page_lists_every_command_and_every_rule_of_check()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "tool.md"));
        foreach (Command command in ToolCommands.Create(new Session(TextWriter.Null, TextWriter.Null, IsTerminal: false, [])).Subcommands)
        {
            Assert.Contains($"| `balancegen {command.Name}` |", page, StringComparison.Ordinal);
        }

        foreach (string rule in Checker.Rules.Keys)
        {
            Assert.Contains($"| `--{rule}` |", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Help_of_every_command_ends_with_examples_and_shells_are_offered_its_options()
    {
        foreach (string command in (string[])["report", "count", "check", "compare", "weights", "plan", "split", "sample", "init", "trace", "completion"])
        {
            Assert.Contains("Examples:\n  ", ToolRun.Of(command, "--help").Succeeded().Output, StringComparison.Ordinal);
        }

        Assert.Contains("--separator", ToolRun.Of("[suggest:22]", "balancegen count x --se").Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("complete -o default -F _balancegen balancegen", ToolRun.Of("completion", "bash").Succeeded().Output, StringComparison.Ordinal);
    }

    /// <summary>Words as a shell splits them: blanks separate, quotes keep together.</summary>
    private static string[] Words(string line)
    {
        var words = new List<string>();
        var word = new System.Text.StringBuilder();
        char quote = '\0';
        foreach (char character in line + " ")
        {
            if (quote != '\0' ? character == quote : character is '\'' or '"')
            {
                quote = quote == '\0' ? character : '\0';
            }
            else if (quote == '\0' && character == ' ')
            {
                if (word.Length > 0)
                {
                    words.Add(word.ToString());
                    word.Clear();
                }
            }
            else
            {
                word.Append(character);
            }
        }

        return [.. words];
    }
}
