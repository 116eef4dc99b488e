namespace BalanceGen.Tests;

/// <summary>Numbers for test data that depend on nothing under test (xorshift64*, Vigna 2016).</summary>
internal sealed class Xorshift(ulong seed)
{
    private ulong _state = seed;

    public int Below(int bound)
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return (int)(unchecked(_state * 0x2545F4914F6CDD1D) >> 33) % bound;
    }
}
