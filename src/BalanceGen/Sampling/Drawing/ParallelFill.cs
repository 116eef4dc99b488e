namespace BalanceGen.Sampling;

/// <summary>Filling a run of draws with several threads.</summary>
public static class ParallelFill
{
    /// <summary>A piece is not worth a thread below this many draws.</summary>
    private const int LeastPiece = 4096;

    /// <summary>Pieces start at multiples of this draw number, where the samplers' blocks of random words do.</summary>
    private const int Alignment = 256;

    /// <summary>The rows of consecutive draws, by several threads: the same rows as <see cref="Sampler.Fill"/> writes.</summary>
    /// <param name="sampler">The sampler, of any kind.</param>
    /// <param name="firstDraw">The number of the first draw, 0 or more.</param>
    /// <param name="rows">Receives one row number per draw.</param>
    /// <param name="degreeOfParallelism">The greatest number of threads, 1 or more; by default the number of processors.</param>
    /// <remarks>
    /// Each thread fills one piece of consecutive draws. If row weights are drawn without replacement, the threads find the order of each
    /// epoch together. Every thread but one makes its own working memory, whose size is on the sampler's page. The call allocates what
    /// starting threads allocates. Memory-bound fills do not gain from more threads than the memory can feed.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="firstDraw"/> is negative or <paramref name="degreeOfParallelism"/> is less than 1.</exception>
    public static void FillParallel(this Sampler sampler, long firstDraw, Memory<int> rows, int? degreeOfParallelism = null)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        int threads = degreeOfParallelism ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1, nameof(degreeOfParallelism));
        int pieces = (int)Math.Min(threads, ((long)rows.Length + LeastPiece - 1) / LeastPiece);
        if (threads > 1 && sampler.TryFillParallel(firstDraw, rows.Span, threads))
        {
            return;
        }

        if (pieces <= 1)
        {
            sampler.Fill(firstDraw, rows.Span);
            return;
        }

        Parallel.For(0, pieces, new ParallelOptions { MaxDegreeOfParallelism = threads }, piece =>
        {
            int start = StartOf(piece);
            sampler.Fill(firstDraw + start, rows.Span[start..StartOf(piece + 1)]);
        });

        int StartOf(int piece)
        {
            long draw = firstDraw + ((long)rows.Length * piece / pieces);
            return piece == 0 ? 0 : piece == pieces ? rows.Length : (int)(draw - (draw % Alignment) - firstDraw);
        }
    }
}
