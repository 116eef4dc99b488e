using BalanceGen.Classes;
using BalanceGen;

namespace StreamingResample;

/// <summary>
/// The classes of a file are known at run time only, so that there is nothing to annotate; an indexer by hand is all that the operators need.
/// </summary>
/// <param name="classes">The classes.</param>
public readonly struct LineIndexer(ClassSet classes) : IClassIndexer<LabelledLine>
{
    /// <inheritdoc/>
    public ClassSet Classes => classes;

    /// <inheritdoc/>
    public int IndexOf(in LabelledLine row) => classes.TryIndexOf(row.Label, out int classIndex) ? classIndex : -1;

    /// <inheritdoc/>
    public string DescribeLabel(in LabelledLine row) => row.Label;
}
