namespace BalanceGen.Sampling;

/// <summary>Where the rows of a class lie in the class-sorted order, and the random stream of their order.</summary>
/// <param name="Start">The first position.</param>
/// <param name="Count">The number of rows, 1 or more.</param>
/// <param name="Stream">The random stream.</param>
internal readonly record struct PermutedClass(int Start, int Count, ulong Stream)
{
    /// <summary>The chosen classes of a row index.</summary>
    public static PermutedClass[] Of(RowIndex index, ReadOnlySpan<int> classes)
    {
        var chosen = new PermutedClass[classes.Length];
        for (int place = 0; place < chosen.Length; place++)
        {
            int classIndex = classes[place];
            chosen[place] = new PermutedClass(index.Starts[classIndex], (int)index.Counts[classIndex], DrawStreams.Rows(classIndex));
        }

        return chosen;
    }
}
