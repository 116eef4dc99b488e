namespace BalanceGen.Counting;

/// <summary>How labelled rows are stored.</summary>
internal enum LabeledFormat
{
    /// <summary>By the name and the content: a folder, JSON lines, delimited text, or what an additional package reads.</summary>
    Recognised,

    /// <summary>Delimited text, whatever the file is called.</summary>
    Text,

    /// <summary>One JSON object a line, whatever the file is called.</summary>
    JsonLines,

    /// <summary>A folder of files, each of which is a row.</summary>
    Folder,
}
