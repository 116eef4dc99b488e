namespace BalanceGen.Benchmarks;

/// <summary>A case that a Python package runs in its own process.</summary>
/// <remarks>Its bytes are those by which its resident memory grew at the highest: Python and the libraries under it do not tell what they allocate.</remarks>
internal sealed class PeerCase(PeerProcess peers, string name, int rows) : IComparisonCase
{
    private const double SecondsPerTurn = 0.05;

    private readonly List<double> _seconds = [];
    private int _repeats = 1;

    public string Name => name;

    public double Nanoseconds => _seconds.Order().ElementAt(_seconds.Count / 2) * 1e9;

    public double Bytes { get; private set; }

    public void WarmUp()
    {
        Bytes = Math.Max(0, peers.Memory(name));
        _repeats = Math.Clamp((int)(SecondsPerTurn / (peers.Run(name, 1) * rows)), 1, 1000);
    }

    public void Measure() => _seconds.Add(peers.Run(name, _repeats));
}
