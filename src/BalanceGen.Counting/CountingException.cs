namespace BalanceGen.Counting;

/// <summary>Why a labelled file cannot be counted.</summary>
internal sealed class CountingException(string id, string message, long line = 0, long column = 0) : Exception(message)
{
    public string Id { get; } = id;

    /// <summary>1-based, or 0 if the error is about the whole file.</summary>
    public long Line { get; } = line;

    /// <summary>1-based, in UTF-16 units.</summary>
    public long Column { get; } = column;

    /// <summary>The error as MSBuild and editors recognise it: <c>file(line,column): error id: message</c>.</summary>
    public string Format(string file) =>
        Line > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{file}({Line},{Column}): error {Id}: {Message}")
            : $"{file} : error {Id}: {Message}";
}
