using BalanceGen.Classes;
using BalanceGen.Randomness;
using BalanceGen.Sampling;
using BalanceGen.Weights;

namespace BalanceGen.Repository.Tests;

/// <summary>What a method that is generic over the reading of a row is closed with. Nothing reads a row of it.</summary>
internal readonly struct AnyIndexer : IClassIndexer<string>, IMultiLabelIndexer<string>, ISampleWeigher<string>, ISplitGrouper<string, string>, IRandomWords
{
    public ClassSet Classes => new("cat", "dog");

    public int IndexOf(in string row) => throw new NotSupportedException();

    public string DescribeLabel(in string row) => throw new NotSupportedException();

    public int ClassesOf(in string row, Span<int> classIndices) => throw new NotSupportedException();

    public string DescribeLabels(in string row) => throw new NotSupportedException();

    public string GroupOf(in string row) => throw new NotSupportedException();

    public double WeightOf(in string row) => throw new NotSupportedException();

    public ulong Next() => throw new NotSupportedException();
}
