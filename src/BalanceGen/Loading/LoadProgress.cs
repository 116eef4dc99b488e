namespace BalanceGen.Loading;

/// <summary>How far the consumer of a loader is: rows that were delivered to it, not rows that were decoded ahead.</summary>
/// <param name="RowsDelivered">How many rows were delivered, skipped ones included.</param>
/// <param name="TotalRows">How many there will be; null where that is not known, as of a stream.</param>
/// <param name="Elapsed">The time since the enumeration began.</param>
public readonly record struct LoadProgress(long RowsDelivered, long? TotalRows, TimeSpan Elapsed)
{
    /// <summary>Rows per second since the beginning; 0 at the very beginning.</summary>
    public double RowsPerSecond => Elapsed > TimeSpan.Zero ? RowsDelivered / Elapsed.TotalSeconds : 0;

    /// <summary>The time that is left at the present rate; null where the total or the rate is not known yet.</summary>
    public TimeSpan? TimeLeft =>
        TotalRows is { } total && RowsPerSecond > 0 && (total - RowsDelivered) / RowsPerSecond < TimeSpan.MaxValue.TotalSeconds
            ? TimeSpan.FromSeconds((total - RowsDelivered) / RowsPerSecond)
            : null;

    /// <summary>The progress as one line.</summary>
    public override string ToString()
    {
        string total = TotalRows is { } rows ? string.Create(CultureInfo.InvariantCulture, $" of {rows:N0}") : "";
        string left = TimeLeft is { } time ? string.Create(CultureInfo.InvariantCulture, $", {time.TotalSeconds:F0} s left") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{RowsDelivered:N0}{total} rows, {RowsPerSecond:N0} rows/s{left}");
    }
}
