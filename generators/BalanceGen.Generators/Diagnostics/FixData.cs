namespace BalanceGen.Generators.Diagnostics;

/// <summary>What a diagnostic tells its code fix.</summary>
internal static class FixData
{
    public static ImmutableDictionary<string, string?> None => ImmutableDictionary<string, string?>.Empty;

    /// <summary>One value; nothing where there is none.</summary>
    public static ImmutableDictionary<string, string?> Of(string name, string? value) => value is null ? None : None.Add(name, value);
}
