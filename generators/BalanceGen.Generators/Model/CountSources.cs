namespace BalanceGen.Generators.Model;

/// <summary>Where the counts of a target come from.</summary>
/// <param name="FullName">Namespace, containing types and name of the target, which a file that was counted in the build names.</param>
/// <param name="FileName">The class-count file that the attribute names, or null.</param>
/// <param name="Declared">The counts of [ClassCount] in the order of the class indices, where every class has one; otherwise empty.</param>
/// <param name="HasDeclared">Whether there is a [ClassCount], right or wrong.</param>
internal sealed record CountSources(string FullName, string? FileName, EquatableArray<long> Declared, bool HasDeclared)
{
    /// <summary>The counts of [ClassCount] as they are written, if the classes are known only after a file is read. Otherwise empty.</summary>
    public EquatableArray<WrittenCount> Written { get; init; }
}
