using System.Runtime.Intrinsics.X86;

namespace BalanceGen.Tests;

/// <summary>A fact about code for AVX2; skipped, visibly, where the processor does not have it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class Avx2FactAttribute : FactAttribute
{
    public Avx2FactAttribute()
    {
        if (!Avx2.IsSupported)
        {
            Skip = "This processor, or a setting, does not have AVX2.";
        }
    }
}
