namespace BalanceGen.Tool.Inputs;

/// <summary>What kind of file the labels come from.</summary>
internal enum InputFormat
{
    /// <summary>Recognised by the name and the first bytes.</summary>
    Auto,

    /// <summary>Text with one row a line and delimited fields: CSV, TSV and the like.</summary>
    Text,

    /// <summary>Apache Parquet.</summary>
    Parquet,

    /// <summary>JSON: one object a line, or one array of objects.</summary>
    Json,

    /// <summary>Arrow IPC: a file, a stream or Feather version 2.</summary>
    Arrow,

    /// <summary>A one-dimensional NumPy array of labels.</summary>
    Numpy,

    /// <summary>COCO or LVIS annotations.</summary>
    Coco,

    /// <summary>A folder of files whose labels are their directories or a part of their names.</summary>
    Folder,

    /// <summary>The result of a query.</summary>
    Sql,
}
