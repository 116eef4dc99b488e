namespace BalanceGen.Files;

/// <summary>How a file stores its rows.</summary>
public enum LabelFileFormat
{
    /// <summary>The format that the name of the file tells. See <see cref="LabelFile.FormatOf"/>.</summary>
    ByName,

    /// <summary>Delimited text: CSV, TSV and their relatives.</summary>
    Delimited,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>Apache Parquet.</summary>
    Parquet,

    /// <summary>The Arrow IPC file format, also named Feather version 2.</summary>
    Arrow,

    /// <summary>One byte a row. The byte is the class index, and the file has nothing else.</summary>
    RawBytes,

    /// <summary>Two bytes a row, little-endian and without a sign.</summary>
    RawUInt16,

    /// <summary>Four bytes a row, little-endian with a sign.</summary>
    RawInt32,

    /// <summary>Eight bytes a row, little-endian with a sign.</summary>
    RawInt64,
}
