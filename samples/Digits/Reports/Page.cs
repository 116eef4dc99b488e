using Spectre.Console;

namespace Digits.Reports;

/// <summary>
/// Plain text of a fixed width: the same in a terminal, in a file and in a build log. No colours and no control codes.
/// </summary>
public sealed class Page
{
    /// <summary>The width in characters.</summary>
    public const int Width = 100;

    private readonly IAnsiConsole _console;

    /// <summary>A page that is written as it is filled.</summary>
    public Page(TextWriter writer)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        _console.Profile.Width = Width;
        _console.Profile.Capabilities.Unicode = true;
    }

    /// <summary>A heading between empty lines.</summary>
    public void Heading(string text)
    {
        _console.WriteLine();
        _console.WriteLine(text);
        _console.WriteLine(new string('═', text.Length));
        _console.WriteLine();
    }

    /// <summary>A paragraph, wrapped at the page's width.</summary>
    public void Say(string text)
    {
        _console.Write(new Text(text));
        _console.WriteLine();
        _console.WriteLine();
    }

    /// <summary>Lines that are written as they are.</summary>
    public void Verbatim(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            _console.WriteLine("  " + line);
        }

        _console.WriteLine();
    }

    /// <summary>A table with aligned columns.</summary>
    public void Show(Lines lines)
    {
        Table table = new() { Border = TableBorder.Horizontal };
        foreach (string header in lines.Header)
        {
            TableColumn column = new(new Text(header)) { Padding = new Padding(0, 0, 1, 0) };
            table.AddColumn(Lines.IsLeftAligned(lines.Header, table.Columns.Count) ? column.LeftAligned() : column.RightAligned());
        }

        foreach (IReadOnlyList<string> cells in lines)
        {
            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        _console.Write(table);
        _console.WriteLine();
    }
}
