namespace BalanceGen.Tool.Output;

/// <summary>A file that is there whole or not at all: it is written under another name beside its place, and renamed when it is done.</summary>
internal sealed class AtomicFile : IDisposable
{
    private readonly string _path;
    private bool _isDone;

    public AtomicFile(string path)
    {
        _path = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(_path)!;
        Directory.CreateDirectory(folder);
        TemporaryPath = Path.Combine(folder, $".{Path.GetFileName(_path)}.{Guid.NewGuid():N}.partial");
    }

    /// <summary>Where to write.</summary>
    public string TemporaryPath { get; }

    /// <summary>Writes text at once.</summary>
    public static void WriteText(string path, string text)
    {
        using var file = new AtomicFile(path);
        File.WriteAllText(file.TemporaryPath, text);
        file.Commit();
    }

    /// <summary>Puts the file in its place.</summary>
    public void Commit()
    {
        File.Move(TemporaryPath, _path, overwrite: true);
        _isDone = true;
    }

    /// <summary>Removes what was not committed.</summary>
    public void Dispose()
    {
        if (!_isDone)
        {
            File.Delete(TemporaryPath);
        }
    }
}
