namespace BalanceGen.Tests.Sampling;

public sealed class GoldenDrawsTests
{
    [Fact]
    public void Draws_are_those_of_the_format_version() => Assert.Equal(Accepted(), GoldenDraws.Compute());

    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_EnableAVX512", "0")]
    [InlineData("DOTNET_JITMinOpts", "1")]
    public void Draws_do_not_depend_on_vector_hardware_or_optimization(string setting, string value) =>
        Assert.Equal(Accepted(), ChildProcess.Run(ChildProgram.Draws, (setting, value)));

    /// <summary>Those that are no <see cref="Sampler"/> are named as one. A shard takes the draws of its sampler.</summary>
    [Fact]
    public void Every_sampler_is_pinned()
    {
        IEnumerable<Type> samplers = typeof(Sampler).Assembly.GetExportedTypes().Where(type =>
            !type.IsAbstract && type != typeof(SamplerShard) && (type.IsSubclassOf(typeof(Sampler)) || type.Name.EndsWith("Sampler", StringComparison.Ordinal)));

        Assert.Equal(samplers.Select(type => type.Name).Order(StringComparer.Ordinal), GoldenDraws.Pinned.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    private static string Accepted() => File.ReadAllText(GoldenDraws.AcceptedPath).ReplaceLineEndings("\n");
}
