namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0108: a class-count file, or a line of it, is not label and count.</summary>
internal sealed class MalformedCountFileRule() : CountFileProblemRule(Descriptors.MalformedCountFile)
{
    protected override bool IsOwn(ClassCountProblemKind kind) => kind is ClassCountProblemKind.EmptyFile or ClassCountProblemKind.NotText or ClassCountProblemKind.UnterminatedQuote
        or ClassCountProblemKind.StrayQuote or ClassCountProblemKind.MissingCount or ClassCountProblemKind.TooManyFields or ClassCountProblemKind.EmptyLabel;
}
