using System.Diagnostics;
using System.Reflection;

namespace BalanceGen.Tests;

/// <summary>How the library was compiled.</summary>
internal static class Optimization
{
    /// <summary>Null for optimised code.</summary>
    public static string? ReasonToSkip { get; } = typeof(Sampler).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true }
        ? "The library was compiled for debugging, and such code may allocate: run the tests with -c Release."
        : null;
}
