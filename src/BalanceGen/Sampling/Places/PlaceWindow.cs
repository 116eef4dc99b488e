namespace BalanceGen.Sampling;

/// <summary>Which visits of a class are ready in a buffer of <see cref="PermutedPlaces"/>.</summary>
internal struct PlaceWindow
{
    /// <summary>The first visit that is ready.</summary>
    public long First;

    /// <summary>The number of visits that are ready.</summary>
    public int Length;

    /// <summary>Where in its buffer the class has its part; of the wide classes first in the list of permutations.</summary>
    public int Offset;

    /// <summary>The number of the permutation that is kept, or −1.</summary>
    public long Cycle;

    /// <summary>The permutation, unless the class is shuffled by a table or wide.</summary>
    public FeistelPermutation Permutation;
}
