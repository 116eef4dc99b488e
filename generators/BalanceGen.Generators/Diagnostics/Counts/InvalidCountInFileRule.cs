namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0109: a count of a class-count file is not a number of rows.</summary>
internal sealed class InvalidCountInFileRule() : CountFileProblemRule(Descriptors.InvalidCountInFile);
