using BalanceGen.Generators.Infrastructure;

namespace BalanceGen.Generators.CountFiles;

/// <summary>The content of a class-count file, and what is wrong with it. One of the two is never empty, because an empty file is a problem.</summary>
/// <param name="Entries">
/// The lines that are right, in file order. Labels are unique and not empty, and the counts' sum fits into 64 bits.
/// Where <paramref name="Problems"/> is not empty these are not the counts of the data set, only the readable part of them.
/// </param>
/// <param name="Problems">In file order, at most one a line and at most <see cref="ClassCountFileParser.MaximumProblems"/>.</param>
/// <param name="Separator">The character between label and count: comma, semicolon or tab.</param>
/// <param name="HasHeader">Whether the first line that is not blank was taken as column names.</param>
internal sealed record ClassCountFile(
    EquatableArray<ClassCountEntry> Entries,
    EquatableArray<ClassCountProblem> Problems,
    char Separator,
    bool HasHeader)
{
    public bool IsValid => Problems.Count == 0;
}
