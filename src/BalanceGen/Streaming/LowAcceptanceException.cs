namespace BalanceGen.Streaming;

/// <summary>Resampling would drop more rows of the stream than the caller allows.</summary>
public sealed class LowAcceptanceException : BalanceGenArgumentException
{
    internal LowAcceptanceException(ResamplingPlan plan, double minimum)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"Only {plan.AcceptanceRate:P2} of the rows would be kept, at least {minimum:P2} is asked for. Choose a target closer to the source, or RepeatResample, which keeps every row.\n{plan}"))
    {
        Plan = plan;
    }

    /// <summary>The plan of the refused resampling.</summary>
    public ResamplingPlan Plan { get; }
}
