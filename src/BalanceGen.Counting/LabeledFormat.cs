namespace BalanceGen.Counting;

/// <summary>How labelled rows are stored.</summary>
internal enum LabeledFormat
{
    /// <summary>The name and the content decide: a folder, JSON lines, delimited text, or a format that an additional package reads.</summary>
    Recognised,

    /// <summary>Delimited text, whatever the file is called.</summary>
    Text,

    /// <summary>One JSON object a line, whatever the file is called.</summary>
    JsonLines,

    /// <summary>A folder of files, each of which is a row.</summary>
    Folder,
}
