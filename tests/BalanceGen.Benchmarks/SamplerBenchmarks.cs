using BenchmarkDotNet.Attributes;

namespace BalanceGen.Benchmarks;

/// <summary>One epoch of each sampler, for BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class SamplerBenchmarks
{
    private int[] _rows = [];
    private long _epoch;
    private Sampler? _balanced;
    private Sampler? _weighted;
    private Sampler? _successive;

    [Params(170, 5955, 1_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var data = new LongTail(Rows, 37);
        _rows = new int[Rows];
        _balanced = new BalancedSampler(data.Index, seed: 1);
        _weighted = new WeightedRandomSampler(data.Index, seed: 1);
        _successive = new WeightedRandomSampler(data.Index, seed: 1, replacement: false);
    }

    [Benchmark]
    public void Balanced() => _balanced!.Fill(_epoch++ * Rows, _rows);

    [Benchmark(Baseline = true)]
    public void Weighted() => _weighted!.Fill(_epoch++ * Rows, _rows);

    [Benchmark]
    public void WeightedWithoutReplacement() => _successive!.Fill(_epoch++ * Rows, _rows);
}
