using System.Globalization;
using BalanceGen.Generators.CountFiles;

namespace BalanceGen.CodeFixes;

/// <summary>The lines of a class-count file, for edits that leave everything else as it is: line ends, separator, quotes, header, blank lines.</summary>
internal sealed class CountFileText
{
    private static readonly char[] Quoted = [',', ';', '\t', '"', '\n', '\r'];

    private readonly SourceText _source;
    private readonly string _text;
    private readonly char _separator;
    private readonly List<Row> _rows = [];

    public CountFileText(SourceText source)
    {
        _source = source;
        _text = source.ToString();
        ClassCountFile file = ClassCountFileParser.Parse(source);
        _separator = file.Separator;
        var reader = new DelimitedReader(_text, _text.Length > 0 && _text[0] == '\uFEFF' ? 1 : 0, _separator);
        bool isHeader = file.HasHeader;
        for (int start = reader.Position; reader.Read(); start = reader.Position)
        {
            if (reader.Fault is null && reader.Fields.Count == 2 && !isHeader)
            {
                _rows.Add(new Row(reader.Fields[0], reader.Fields[1], TextSpan.FromBounds(reader.Fields[0].Start, reader.Position)));
            }

            isHeader = false;
        }
    }

    /// <summary>Whether a label has a line.</summary>
    public bool Has(string label) => _rows.Exists(row => row.Label.Value == label);

    /// <summary>Whether a label has several lines, all of which have a count.</summary>
    public bool HasRepeatedLabel => Repeated().Any();

    /// <summary>Adds lines at the end, each with the count 0.</summary>
    public SourceText WithClasses(IEnumerable<string> names)
    {
        string newLine = NewLine();
        bool isOpen = _text.Length > 0 && _text[_text.Length - 1] is not ('\n' or '\r');
        string lines = string.Concat(names.Where(name => !Has(name)).Select(name => $"{Field(name)}{_separator}0{newLine}"));
        return lines.Length == 0 ? _source : _source.Replace(new TextSpan(_text.Length, 0), (isOpen ? newLine : "") + lines);
    }

    /// <summary>Gives the line of a label another label. If the other label has a line too, the rows are added to that line.</summary>
    public SourceText WithName(string label, string name)
    {
        if (_rows.Find(row => row.Label.Value == label) is not { } renamed)
        {
            return _source;
        }

        if (_rows.Find(row => row.Label.Value == name) is not { } other)
        {
            return _source.Replace(TextSpan.FromBounds(renamed.Label.Start, renamed.Label.End), Field(name));
        }

        return Sum([other, renamed]) is { } sum ? _source.WithChanges(Merge(other, [renamed], sum)) : _source;
    }

    /// <summary>Makes one line of the lines of each label, with the sum of their counts, where the first of them is.</summary>
    public SourceText WithMergedLines() => _source.WithChanges(
        Repeated().SelectMany(label => Merge(label[0], label.Skip(1), Sum(label)!.Value)).OrderBy(change => change.Span.Start));

    private IEnumerable<List<Row>> Repeated() => _rows
        .GroupBy(row => row.Label.Value, StringComparer.Ordinal)
        .Select(label => label.ToList())
        .Where(label => label.Count > 1 && Sum(label) is not null);

    private static IEnumerable<TextChange> Merge(Row first, IEnumerable<Row> others, long sum) =>
        others.Select(row => new TextChange(row.Line, ""))
            .Append(new TextChange(TextSpan.FromBounds(first.Count.Start, first.Count.End), sum.ToString(CultureInfo.InvariantCulture)))
            .OrderBy(change => change.Span.Start);

    /// <summary>The sum of counts that are all numbers, if 64 bits hold it.</summary>
    private static long? Sum(IEnumerable<Row> rows)
    {
        long sum = 0;
        foreach (Row row in rows)
        {
            if (CountLiteral.Parse(row.Count.Value, out long count) is not null || count > long.MaxValue - sum)
            {
                return null;
            }

            sum += count;
        }

        return sum;
    }

    private string NewLine()
    {
        TextLine first = _source.Lines[0];
        return first.EndIncludingLineBreak > first.End ? _text.Substring(first.End, first.EndIncludingLineBreak - first.End) : "\n";
    }

    /// <summary>A label as a field, in quotes if it needs them.</summary>
    public static string Field(string name) => name.IndexOfAny(Quoted) >= 0 ? $"\"{name.Replace("\"", "\"\"")}\"" : name;

    /// <summary>A label, its count, and the line with its end.</summary>
    private sealed record Row(DelimitedField Label, DelimitedField Count, TextSpan Line);
}
