namespace BalanceGen.Streaming;

/// <summary>Counts the rows that go into a resampled stream and the rows that come out, during the enumeration.</summary>
/// <remarks>Pass one to a resampling operator and read it at any time from the thread that enumerates. Not thread-safe; allocates nothing per row.</remarks>
public sealed class ResamplingTrace
{
    private readonly long[] _rowsIn;
    private readonly long[] _rowsOut;
    private readonly double[] _source;
    private readonly double[] _target;
    private readonly double[] _copies;
    private bool _hasEstimate;

    /// <summary>An empty trace.</summary>
    /// <param name="classes">The classes.</param>
    public ResamplingTrace(ClassSet classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        Classes = classes;
        _rowsIn = new long[classes.Count];
        _rowsOut = new long[classes.Count];
        _source = new double[classes.Count];
        _target = new double[classes.Count];
        _copies = new double[classes.Count];
    }

    /// <summary>The classes.</summary>
    public ClassSet Classes { get; }

    /// <summary>How many rows of each class went in. Allocates the result.</summary>
    public ClassCounts RowsIn => new(Classes, _rowsIn);

    /// <summary>
    /// How many rows of each class came out. A row counts with all its copies as soon as it is read. Allocates the result.
    /// </summary>
    public ClassCounts RowsOut => new(Classes, _rowsOut);

    /// <summary>How many rows came out at least once.</summary>
    public long RowsAccepted { get; private set; }

    /// <summary>The part of the rows that came out at least once, of [0, 1]; 0 before the first row.</summary>
    public double AcceptanceRate
    {
        get
        {
            long rows = RowsIn.Total;
            return rows == 0 ? 0 : (double)RowsAccepted / rows;
        }
    }

    /// <summary>The latest plan where shares are estimated, null where they are given or no row has flowed. Allocates the result.</summary>
    public ResamplingPlan? EstimatedPlan => _hasEstimate ? new ResamplingPlan(Classes, [.. _source], [.. _target], [.. _copies]) : null;

    /// <summary>
    /// An aligned table of rows and shares before and after, with the acceptance rate in the last line. Of more than 40 classes it shows
    /// the first 20 and the last 10; see <see cref="ToFullString"/>.
    /// </summary>
    public override string ToString() => Text(whole: false);

    /// <summary>The same table with a line for every class.</summary>
    public string ToFullString() => Text(whole: true);

    internal void Add(int classIndex, int copies)
    {
        _rowsIn[classIndex]++;
        _rowsOut[classIndex] += copies;
        RowsAccepted += copies > 0 ? 1 : 0;
    }

    internal void Estimate(ReadOnlySpan<double> source, ReadOnlySpan<double> target, ReadOnlySpan<double> copies)
    {
        source.CopyTo(_source);
        target.CopyTo(_target);
        copies.CopyTo(_copies);
        _hasEstimate = true;
    }

    private string Text(bool whole)
    {
        ClassCounts rowsIn = RowsIn;
        ClassCounts rowsOut = RowsOut;
        var table = new AlignedTable("class", "rows in", "share", "rows out", "share");
        for (int index = 0; index < _rowsIn.Length; index++)
        {
            table.Add(
                Classes[index],
                Figures.Count(rowsIn[index]),
                Figures.Percent(rowsIn.ShareOf(index), "F2"),
                Figures.Count(rowsOut[index]),
                Figures.Percent(rowsOut.ShareOf(index), "F2"));
        }

        table.AddBelow("total", Figures.Count(rowsIn.Total), "", Figures.Count(rowsOut.Total), "");
        return $"{table.ToString(whole)}\nacceptance {Figures.Percent(AcceptanceRate, "F2")}";
    }
}
