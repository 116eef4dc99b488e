namespace BalanceGen.Counting;

/// <summary>Names that have a meaning in a folder of labelled files.</summary>
internal static class FolderNames
{
    private static readonly HashSet<string> Images = new(
        [".jpg", ".jpeg", ".png", ".ppm", ".bmp", ".pgm", ".tif", ".tiff", ".webp", ".gif", ".avif", ".heic"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Splits = new(
        ["train", "training", "val", "valid", "validation", "test", "testing", "dev"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a file is an image by its ending.</summary>
    public static bool IsImage(string file) => Images.Contains(Path.GetExtension(file));

    /// <summary>Whether directories are splits with the classes below them, and no classes themselves.</summary>
    public static bool AreSplits(IReadOnlyCollection<string> directories) => directories.Count > 0 && directories.All(Splits.Contains);
}
