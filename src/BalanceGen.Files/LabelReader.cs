namespace BalanceGen.Files;

/// <summary>
/// The labels of a file from its first row to its last, as numbers: each different label has a text, and a number in the order of first occurrence.
/// </summary>
/// <remarks>
/// A consumer maps each label to a class once, not once a row. Blank lines of text files are not rows. Not thread-safe.
/// </remarks>
public abstract class LabelReader : IDisposable
{
    private protected LabelReader(string path) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>How many rows were read.</summary>
    public long RowsRead { get; private set; }

    /// <summary>The texts of the labels so far, by number. Integers are written as decimal digits, truth values as true and false.</summary>
    public abstract IReadOnlyList<string> Labels { get; }

    /// <summary>Reads the labels of the next rows.</summary>
    /// <param name="numbers">Receives one number a row, an index of <see cref="Labels"/>.</param>
    /// <returns>How many rows were read; 0 behind the last row.</returns>
    /// <exception cref="LabelFileException">The file is not of the format or torn, or a row has no label; row, line and column are named.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="ArgumentException">There is no room for a row.</exception>
    public int Read(Span<int> numbers)
    {
        if (numbers.IsEmpty)
        {
            throw new ArgumentException("There is no room for a row.", nameof(numbers));
        }

        try
        {
            int read = ReadCore(numbers);
            RowsRead += read;
            return read;
        }
        catch (Exception exception) when (IsOfFile(exception))
        {
            throw new LabelFileException(Path, $"the file is damaged or not of its format ({OneLine(exception)})", RowsRead, cause: exception);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    private protected abstract int ReadCore(Span<int> numbers);

    private protected abstract void Dispose(bool disposing);

    /// <summary>The libraries report damage by whatever their parsing meets.</summary>
    internal static bool IsOfFile(Exception exception) => exception is not (LabelFileException or OutOfMemoryException or ObjectDisposedException
        or OperationCanceledException or UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException);

    internal static string OneLine(Exception exception) => exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
}
