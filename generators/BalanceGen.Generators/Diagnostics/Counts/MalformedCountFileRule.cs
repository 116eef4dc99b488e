namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0108: a class-count file, or a line of it, is not label and count.</summary>
internal sealed class MalformedCountFileRule() : CountFileProblemRule(Descriptors.MalformedCountFile);
