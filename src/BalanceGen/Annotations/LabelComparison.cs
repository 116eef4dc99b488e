namespace BalanceGen;

/// <summary>How text labels are compared with the declared classes. The rules of a language are never used, so results are the same in every culture.</summary>
[Flags]
public enum LabelComparison
{
    /// <summary>Character by character.</summary>
    Ordinal = 0,

    /// <summary>Upper and lower case are the same (<see cref="StringComparison.OrdinalIgnoreCase"/>).</summary>
    IgnoreCase = 1,

    /// <summary>White space before and after the label is not part of it (<see cref="char.IsWhiteSpace(char)"/>).</summary>
    Trim = 2,
}
