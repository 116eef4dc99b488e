namespace BalanceGen.Loading;

/// <summary>Batches of rows that a sampler draws from somewhere else than an array, such as from files. <see cref="BatchSourceLoading"/> loads them.</summary>
/// <typeparam name="T">What is known of a row before it is decoded, such as where it is.</typeparam>
/// <remarks>The loader calls it from one thread at a time.</remarks>
public interface IBatchSource<T>
{
    /// <summary>The number of draws in a batch but for the last one, 1 or more.</summary>
    int BatchSize { get; }

    /// <summary>The first draw.</summary>
    long FirstDraw { get; }

    /// <summary>The draw behind the last one.</summary>
    long EndDraw { get; }

    /// <summary>The rows of consecutive draws.</summary>
    /// <param name="firstDraw">The number of the first draw.</param>
    /// <param name="rows">Receives one row a draw.</param>
    /// <param name="rowNumbers">Receives the numbers by which rows are named in batches and errors.</param>
    /// <param name="classIndices">Receives the class indices.</param>
    void Fill(long firstDraw, Span<T> rows, Span<long> rowNumbers, Span<int> classIndices);

    /// <summary>The epoch of a draw.</summary>
    /// <param name="draw">The number of the draw.</param>
    long EpochOf(long draw);

    /// <summary>The state from which a later run goes on with a draw.</summary>
    /// <param name="draw">The number of the draw.</param>
    SamplerState StateAt(long draw);
}
