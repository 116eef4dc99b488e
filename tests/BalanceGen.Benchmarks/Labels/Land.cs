namespace BalanceGen.Benchmarks.Labels;

internal enum Land
{
    Water,
    Forest,
    Meadow,
    Field,
    Town,
    Road,
    Rock,
    Snow,
}
