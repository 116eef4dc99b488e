namespace BalanceGen.Generators.CountFiles;

/// <summary>The first place of a label in a labelled training file.</summary>
/// <param name="Label">The label.</param>
/// <param name="File">The file, as the build names it.</param>
/// <param name="Line">1-based line on which the row begins; 0 where there are no lines: the file is a row of its folder, or one of Parquet.</param>
/// <param name="IsHeader">Whether it is the name of the label's column, in a file that is said to have a header.</param>
internal sealed record LabelPlace(string Label, string File, long Line, bool IsHeader)
{
    /// <summary>The name that messages show.</summary>
    public string FileName => File.Substring(File.LastIndexOfAny(['/', '\\']) + 1);
}
