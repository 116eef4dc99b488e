namespace Sharded;

/// <summary>Where a run stands: the sampler's state and the model.</summary>
internal sealed record Checkpoint(SamplerState State, string Model)
{
    public static Checkpoint? Read(string folder)
    {
        string path = PathIn(folder);
        if (!File.Exists(path))
        {
            return null;
        }

        string[] lines = File.ReadAllLines(path);
        return new Checkpoint(SamplerState.FromJson(lines[0]), lines[1]);
    }

    /// <summary>Written under another name and renamed: a killed job leaves the one before.</summary>
    public void Write(string folder)
    {
        string path = PathIn(folder);
        File.WriteAllLines(path + ".tmp", [State.ToJson(), Model]);
        File.Move(path + ".tmp", path, overwrite: true);
    }

    private static string PathIn(string folder) => Path.Combine(folder, "checkpoint.txt");
}
