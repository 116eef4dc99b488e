namespace BalanceGen.Counting;

/// <summary>Finds the column of the label, by its name in the header or by its 0-based index.</summary>
internal sealed class LabelColumn(LabeledFile file)
{
    private readonly List<string> _names = [];

    private string Wanted => file.LabelColumn;

    /// <summary>Names as a message of one line lists them: the first few.</summary>
    public static string Shown(IReadOnlyCollection<string> names)
    {
        const int most = 20;
        return string.Join(", ", names.Take(most)).ReplaceLineEndings(" ") + (names.Count > most ? ", ..." : "");
    }

    /// <summary>Takes the next name of the header.</summary>
    public void AddName(string name) => _names.Add(name);

    /// <summary>The index of the column in a file without a header, before any row is read. The text must be a number.</summary>
    public int IndexWithoutHeader() =>
        TryParseIndex(out int index)
            ? index
            : throw Invalid($"LabelColumn '{Wanted}' is not a 0-based column index, and the file has no header to look it up in");

    /// <summary>The index of the column, once the first row is known. If the text is both a name of the header and a number, the name counts.</summary>
    public int IndexIn(int fieldCount)
    {
        int named = _names.IndexOf(Wanted);
        if (named >= 0)
        {
            return _names.LastIndexOf(Wanted) == named
                ? named
                : throw Invalid($"the header names '{Wanted}' twice; set LabelColumn to the 0-based index of the label");
        }

        if (TryParseIndex(out int index))
        {
            return index < fieldCount
                ? index
                : throw Invalid(string.Create(CultureInfo.InvariantCulture, $"LabelColumn {index} is not there: the rows have the columns 0 to {fieldCount - 1}"));
        }

        throw Invalid(file.HasHeader
            ? $"the header has no column '{Wanted}'; its columns are: {Shown(_names)}"
            : $"LabelColumn '{Wanted}' is not a 0-based column index");
    }

    /// <summary>
    /// The field at the label's index in the first line, if nothing says that this line is a header: the item does not set HasHeader, and it does not name the column.
    /// </summary>
    public string? UncertainName(int index) =>
        file is { HasHeader: true, IsHeaderStated: false } && index >= 0 && index < _names.Count && _names[index] != Wanted ? _names[index] : null;

    private bool TryParseIndex(out int index) => int.TryParse(Wanted, NumberStyles.None, CultureInfo.InvariantCulture, out index);

    private static CountingException Invalid(string message) => new(CountingErrorId.InvalidLabeledData, message);
}
