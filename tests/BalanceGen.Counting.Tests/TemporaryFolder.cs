namespace BalanceGen.Counting.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("balancegen-counting-");

    public string FullName => _folder.FullName;

    public string PathOf(string name) => Path.Combine(FullName, name);

    /// <summary>Creates an empty file, with the directories above it.</summary>
    public void Touch(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
            File.WriteAllBytes(PathOf(name), []);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
