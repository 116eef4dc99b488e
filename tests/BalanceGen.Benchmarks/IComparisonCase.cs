namespace BalanceGen.Benchmarks;

/// <summary>One line of a comparison: what takes turns with the others.</summary>
internal interface IComparisonCase
{
    /// <summary>The name; that of a peer's case is the name of ours, a colon, and the peer's.</summary>
    string Name { get; }

    /// <summary>The median over the rounds, of the time for one item.</summary>
    double Nanoseconds { get; }

    /// <summary>Bytes of memory per item.</summary>
    double Bytes { get; }

    /// <summary>Runs until its speed is what it will be, and chooses how often a round repeats it.</summary>
    void WarmUp();

    /// <summary>One round.</summary>
    void Measure();
}
