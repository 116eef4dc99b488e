namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0109: a count of a class-count file is not a number of rows.</summary>
internal sealed class InvalidCountInFileRule() : CountFileProblemRule(Descriptors.InvalidCountInFile)
{
    protected override bool IsOwn(ClassCountProblemKind kind) => kind is ClassCountProblemKind.MalformedCount or ClassCountProblemKind.NegativeCount or ClassCountProblemKind.FractionalCount
        or ClassCountProblemKind.OverflowingCount or ClassCountProblemKind.OverflowingTotal;
}
