using System.Runtime.CompilerServices;

namespace BalanceGen.Benchmarks.Labels;

[InlineArray(8)]
internal struct EightFloats
{
    private float _first;
}
