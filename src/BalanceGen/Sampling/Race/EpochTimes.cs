namespace BalanceGen.Sampling;

/// <summary>The times of a race in one epoch.</summary>
internal readonly struct EpochTimes(RaceTimes times, long epoch)
{
    /// <summary>The time of a row with a positive weight.</summary>
    public double Of(int row) => times.At(epoch, row);
}
