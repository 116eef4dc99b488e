namespace BalanceGen.Generators.Emit;

/// <summary>The version that generated code is stamped with.</summary>
internal static class GeneratorVersion
{
    public static string Text { get; } = typeof(GeneratorVersion).Assembly.GetName().Version.ToString(fieldCount: 3);
}
