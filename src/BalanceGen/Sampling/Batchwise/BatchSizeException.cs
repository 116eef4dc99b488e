namespace BalanceGen.Sampling;

/// <summary>The batch size would cut the batches of a sampler that guarantees something about each of them: counts of the classes, classes together, minima.</summary>
public sealed class BatchSizeException : BalanceGenArgumentException
{
    private BatchSizeException(string what, long given, int multiple, string remedy)
        : base(string.Create(CultureInfo.InvariantCulture, $"{what} {given} is no multiple of {multiple}, the batch of the sampler: its promises hold for whole batches of {multiple} draws only. {remedy}"))
    {
        Given = given;
        Multiple = multiple;
    }

    /// <summary>The number that does not fit: a batch size, or the number of a draw.</summary>
    public long Given { get; }

    /// <summary>The number of which it must be a multiple.</summary>
    public int Multiple { get; }

    /// <summary>Refuses batches that would cut those of the sampler.</summary>
    internal static void ThrowIfCut(Sampler sampler, int batchSize)
    {
        int multiple = sampler.BatchMultiple;
        if (batchSize % multiple != 0)
        {
            throw new BatchSizeException("The batch size", batchSize, multiple, string.Create(CultureInfo.InvariantCulture, $"Use {multiple} or a multiple of it, or make the sampler for batches of {batchSize}."));
        }
    }

    /// <summary>Refuses to start between the batches of the sampler. Epochs are whole ones of them; what is left of one, shared out to ranks, is together.</summary>
    internal static void ThrowIfInside(Sampler sampler, long epoch, long draw)
    {
        if ((draw - sampler.StartOf(epoch)) % sampler.BatchMultiple != 0)
        {
            throw new BatchSizeException("The state's draw", draw, sampler.BatchMultiple, "Save states between batches.");
        }
    }
}
