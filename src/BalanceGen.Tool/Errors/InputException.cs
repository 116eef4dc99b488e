namespace BalanceGen.Tool.Errors;

/// <summary>An input that cannot be used: which file, where in it, what is wrong and what to do.</summary>
internal sealed class InputException(string message, string? file = null, long line = 0, long column = 0, string? advice = null, Exception? inner = null)
    : Exception(message, inner)
{
    public string? File { get; } = file;

    /// <summary>1-based; 0 where the file as a whole is meant.</summary>
    public long Line { get; } = line;

    /// <summary>1-based; 0 where the line as a whole is meant.</summary>
    public long Column { get; } = column;

    public string? Advice { get; } = advice;

    /// <summary>The error as editors and build logs recognise it: <c>file(line,column): error: message; advice</c>.</summary>
    public override string ToString()
    {
        string place = (Line, Column) switch
        {
            (0, _) => "",
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"({Line})"),
            _ => string.Create(CultureInfo.InvariantCulture, $"({Line},{Column})"),
        };
        string start = File is null ? "error: " : $"{File}{place}: error: ";
        return Advice is null ? start + Message : $"{start}{Message}; {Advice}";
    }
}
