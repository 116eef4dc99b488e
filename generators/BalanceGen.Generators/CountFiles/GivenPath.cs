namespace BalanceGen.Generators.CountFiles;

/// <summary>Names of files as attributes have them: the end of a path.</summary>
internal static class GivenPath
{
    /// <summary>The end of a path that a user's name means, with slashes and without the folder that it starts from.</summary>
    public static string Wanted(string name)
    {
        string wanted = name.Replace('\\', '/');
        while (wanted.StartsWith("./", StringComparison.Ordinal))
        {
            wanted = wanted.Substring(2);
        }

        return wanted;
    }

    /// <summary>Whether a path ends with another path. Folder and file names must match as a whole.</summary>
    public static bool IsEndOf(string path, string wanted)
    {
        int start = path.Length - wanted.Length;
        return wanted.Length > 0
            && path.EndsWith(wanted, StringComparison.Ordinal)
            && (start == 0 || path[start - 1] == '/');
    }
}
