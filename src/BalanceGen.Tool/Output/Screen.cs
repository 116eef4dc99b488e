using Spectre.Console;

namespace BalanceGen.Tool.Output;

/// <summary>Text for people: aligned tables and short paragraphs, with colours only on a terminal.</summary>
internal sealed class Screen
{
    private const int WidthOfFiles = 110;

    private readonly IAnsiConsole _console;

    public Screen(TextWriter writer, bool isTerminal)
    {
        bool hasColours = isTerminal && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = hasColours && isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasColours && isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(isTerminal ? writer : new TrimmingWriter(writer)),
        });
        if (!isTerminal)
        {
            _console.Profile.Width = WidthOfFiles;
        }

        _console.Profile.Capabilities.Unicode = true;
    }

    public void Say(string text, string style = "") => _console.Write(style.Length > 0 ? new Text(text + "\n", Style.Parse(style)) : new Text(text + "\n"));

    /// <summary>A paragraph that is indented as a whole.</summary>
    public void Indented(string text, int by, string style = "") =>
        _console.Write(new Padder(style.Length > 0 ? new Text(text, Style.Parse(style)) : new Text(text), new Padding(by, 0, 0, 0)));

    public void Heading(string text)
    {
        _console.WriteLine();
        Say(text, "bold");
    }

    public void Blank() => _console.WriteLine();

    /// <summary>A table; columns whose header begins with "&lt;" are aligned to the left.</summary>
    public void Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        Table table = new() { Border = TableBorder.None, ShowHeaders = true };
        for (int index = 0; index < header.Count; index++)
        {
            bool isLeft = header[index].StartsWith('<');
            TableColumn column = new(new Text(header[index].TrimStart('<'), new Style(decoration: Decoration.Dim)))
            {
                Padding = new Padding(index == 0 ? 0 : 1, 0, 1, 0),
                NoWrap = index != 0,
            };
            table.AddColumn(isLeft ? column.LeftAligned() : column.RightAligned());
        }

        foreach (IReadOnlyList<string> row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        _console.Write(table);
    }
}
