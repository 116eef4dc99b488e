namespace BalanceGen.Loading;

/// <summary>The rows of a batch that are to be decoded. Used again for later batches.</summary>
internal class LoadOrder<T>
{
    public T[] Rows { get; private set; } = [];

    public long[] RowNumbers { get; private set; } = [];

    /// <summary>Empty where the source knows no classes.</summary>
    public int[] ClassIndices { get; private set; } = [];

    /// <summary>Empty where the source tells no contexts.</summary>
    public DrawContext[] Contexts { get; private set; } = [];

    public int Count { get; private set; }

    public LoadPosition Position { get; set; }

    /// <summary>Makes room for a batch. Row numbers, class indices and contexts are new arrays, because the consumer gets them, unless they may be used again.</summary>
    public void Prepare(int count, bool withClasses, bool reuse, bool withContexts = false)
    {
        Count = count;
        Rows = Rows.Length >= count ? Rows : new T[count];
        RowNumbers = reuse && RowNumbers.Length >= count ? RowNumbers : new long[count];
        ClassIndices = !withClasses ? [] : reuse && ClassIndices.Length >= count ? ClassIndices : new int[count];
        Contexts = !withContexts ? [] : reuse && Contexts.Length >= count ? Contexts : new DrawContext[count];
    }
}
