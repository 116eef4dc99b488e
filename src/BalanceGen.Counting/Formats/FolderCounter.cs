using BalanceGen.Counting.Stamps;

namespace BalanceGen.Counting.Formats;

/// <summary>
/// Counts a folder whose files are the rows. Without a pattern, it counts images, and the class is the directory below the folder, as in ImageFolder of torchvision. With
/// a pattern, the class is a part of the name of a file.
/// </summary>
internal static class FolderCounter
{
    /// <summary>Adds a row for each file. Files are not opened.</summary>
    /// <exception cref="CountingException">There is no such folder, its directories are splits, a file has no class, or there is no file that is a row.</exception>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    public static void Count(LabeledFile folder, LabelCounts counts)
    {
        if (!Directory.Exists(folder.Path))
        {
            throw File.Exists(folder.Path)
                ? new CountingException(CountingErrorId.InvalidLabeledData, "this is a file, and Pattern and Format=\"folder\" are for a folder, whose files are the rows; name the folder")
                : new CountingException(CountingErrorId.UnreadableFile, "there is no such folder; correct the path, which is relative to the folder of the project");
        }

        FolderList list = FolderList.Of(folder.Path);
        if (list.DeepLink is { } link)
        {
            throw new CountingException(
                CountingErrorId.UnreadableFile, $"'{link}' is a link to a directory inside the directory of a class, and may lead back; put the files in its place");
        }

        bool isAny = folder.Pattern.Length > 0
            ? CountByName(list, new NamePattern(folder.Pattern), counts)
            : CountByDirectory(list, counts);
        if (!isAny)
        {
            throw new CountingException(
                CountingErrorId.NoRows,
                folder.Pattern.Length > 0
                    ? $"no file of the folder has a name of the Pattern '{folder.Pattern}'; correct the pattern, which is matched with the name of a file without its directory"
                    : @"no image lies in a directory that could be its class; put every class into a directory of its own, or say how names tell the class: Pattern=""^(.+)_\d+\.jpg$""");
        }
    }

    private static bool CountByName(FolderList list, NamePattern pattern, LabelCounts counts)
    {
        bool isAny = false;
        foreach (string file in list.Files)
        {
            string name = file[(file.LastIndexOf('/') + 1)..];
            if (pattern.LabelOf(name) is { } label)
            {
                Add(list, file, label, counts);
                isAny = true;
            }
            else if (FolderNames.IsImage(name))
            {
                throw new CountingException(CountingErrorId.EmptyLabel, $"the image '{Shown(file)}' has no name of the Pattern '{pattern}'; rename or remove it, or correct the pattern");
            }
        }

        return isAny;
    }

    private static bool CountByDirectory(FolderList list, LabelCounts counts)
    {
        string[] classes = [.. list.Directories.Where(directory => !directory.Contains('/', StringComparison.Ordinal))];
        if (FolderNames.AreSplits(classes))
        {
            throw new CountingException(
                CountingErrorId.InvalidLabeledData,
                $"the directories of the folder are splits ({string.Join(", ", classes)}) and no classes; name the one that is trained on, as Include=\"{Path.GetFileName(Path.TrimEndingDirectorySeparator(list.Root))}/{classes[0]}\"");
        }

        bool isAny = false;
        foreach (string file in list.Files.Where(FolderNames.IsImage))
        {
            int end = file.IndexOf('/', StringComparison.Ordinal);
            if (end < 0)
            {
                throw new CountingException(
                    CountingErrorId.EmptyLabel, @$"the image '{Shown(file)}' lies in no directory that could be its class; move it, or say how names tell the class: Pattern=""^(.+)_\d+\.jpg$""");
            }

            Add(list, file, file[..end], counts);
            isAny = true;
        }

        // A directory without an image is a class without rows.
        foreach (string directory in classes)
        {
            byte[] label = Utf8Of(directory);
            if (!counts.Contains(label))
            {
                Begin(list, directory, counts);
                ThrowIfTooMany(counts.TryAddClass(label));
            }
        }

        return isAny;
    }

    private static void Add(FolderList list, string file, string label, LabelCounts counts)
    {
        byte[] bytes = Utf8Of(label);
        if (!counts.Contains(bytes))
        {
            Begin(list, file, counts);
        }

        ThrowIfTooMany(counts.TryAdd(bytes, line: 0));
    }

    /// <summary>Makes the place of a label, which is the path of its first file. There is no line.</summary>
    private static void Begin(FolderList list, string path, LabelCounts counts) =>
        counts.BeginFile(Path.TrimEndingDirectorySeparator(list.Root) + Path.DirectorySeparatorChar + path.Replace('/', Path.DirectorySeparatorChar));

    private static byte[] Utf8Of(string name) => name.Contains('\uFFFD', StringComparison.Ordinal) || !IsWhole(name)
        ? throw new CountingException(CountingErrorId.NotUtf8, $"the name '{Shown(name)}' is not UTF-8 text; rename it")
        : Encoding.UTF8.GetBytes(name);

    private static bool IsWhole(string name)
    {
        for (int place = 0; place < name.Length; place++)
        {
            if (char.IsSurrogate(name[place]) && !(place + 1 < name.Length && char.IsSurrogatePair(name[place], name[++place])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A name as a message of one line shows it.</summary>
    private static string Shown(string name) => string.Concat(name.Select(character => char.IsControl(character) ? '\uFFFD' : character));

    private static void ThrowIfTooMany(bool isAdded)
    {
        if (!isAdded)
        {
            throw new CountingException(CountingErrorId.NoClassLabel, $"more than {ILabelSink.MaximumLabels} different labels; are the directories, or what the Pattern takes, the label?");
        }
    }
}
