namespace BalanceGen.Tests.Sampling;

public sealed class GoldenDrawsTests
{
    private static readonly GoldenFile Accepted = new("Sampling", "golden-draws.txt");

    public static TheoryData<string> Kinds() => [.. GoldenDraws.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Draws_are_those_of_the_format_version(string kind) => Assert.Equal(Accepted.Parts[kind], GoldenDraws.Compute(kind));

    [Fact]
    public void The_file_has_a_part_for_every_kind_and_no_other() => Assert.Equal(GoldenDraws.Kinds, Accepted.Parts.Keys);

    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_EnableAVX512", "0")]
    [InlineData("DOTNET_JITMinOpts", "1")]
    public void Draws_do_not_depend_on_vector_hardware_or_optimization(string setting, string value) =>
        Assert.Equal(Accepted.Text, ChildProcess.Run(ChildProgram.Draws, (setting, value)));

    /// <summary>Those that are no <see cref="Sampler"/> are named as one. A shard takes the draws of its sampler.</summary>
    [Fact]
    public void Every_sampler_is_pinned()
    {
        IEnumerable<Type> samplers = typeof(Sampler).Assembly.GetExportedTypes().Where(type =>
            !type.IsAbstract && type != typeof(SamplerShard) && type != typeof(PlaceSamplerShard) && (type.IsSubclassOf(typeof(Sampler)) || type.IsSubclassOf(typeof(PlaceSampler)) || type.Name.EndsWith("Sampler", StringComparison.Ordinal)));

        Assert.Equal(samplers.Select(type => type.Name).Order(StringComparer.Ordinal), GoldenDraws.Pinned.Select(type => type.Name).Order(StringComparer.Ordinal));
    }
}
