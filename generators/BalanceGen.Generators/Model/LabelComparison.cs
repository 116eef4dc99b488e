namespace BalanceGen.Generators.Model;

/// <summary>How text labels are compared; the values are those of the runtime library's enum of this name.</summary>
[Flags]
internal enum LabelComparison
{
    Ordinal = 0,
    IgnoreCase = 1,
    Trim = 2,
}
