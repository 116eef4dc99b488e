using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class DiscardedStateTests
{
    [Fact]
    public Task Position_that_is_thrown_away_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DiscardedState,
            UsageSource.Of("""
                static void A(Sampler sampler, SamplerState state) { sampler.{|BALG0207:ResumeFrom|}(state); }
                static void B(Sampler sampler) { sampler.{|BALG0207:StateAt|}(7); }
                static void C(Batches<Cat> batches, SamplerState state) { batches.{|BALG0207:ResumeFrom|}(state); batches.{|BALG0207:Epoch|}(2); }
                static void D(BalancedSampler sampler) { sampler.{|BALG0207:Epoch|}(2); }
                """),
            "'ResumeFrom' changes nothing, and what it returns is discarded; continue with the draw number that it returns",
            "'StateAt' changes nothing, and what it returns is discarded; save the state that it returns",
            "'ResumeFrom' changes nothing, and what it returns is discarded; enumerate what it returns",
            "'Epoch' changes nothing, and what it returns is discarded; enumerate what it returns",
            "'Epoch' changes nothing, and what it returns is discarded; enumerate what it returns");

    [Fact]
    public Task Position_that_is_used_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DiscardedState,
            UsageSource.Of("""
                static long A(Sampler sampler, SamplerState state) => sampler.ResumeFrom(state);
                static void B(Batches<Cat> batches, SamplerState state) { foreach (var batch in batches.ResumeFrom(state)) { } }
                static void C(Sampler sampler, SamplerState state) { _ = sampler.ResumeFrom(state); }
                static void D(Sampler sampler, int[] rows) { sampler.Fill(0, rows); }
                static void E(Sampler sampler, SamplerState state) { Action check = () => sampler.ResumeFrom(state); check(); }
                """));

    [Fact]
    public Task Methods_of_the_same_names_on_other_types_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DiscardedState,
            UsageSource.Of("""
                sealed class Own { public void ResumeFrom() { } public void StateAt(int draw) { } public void Epoch(int epoch) { } public void ResumeFrom(int state) { } }
                static void Epoch(int epoch) { }
                static void A(Own own) { own.ResumeFrom(); own.StateAt(1); own.Epoch(1); own.ResumeFrom(1); Epoch(2); }
                """));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.DiscardedState,
            UsageSource.Of("static void A(Sampler sampler, SamplerState state) { sampler.{|BALG0207:ResumeFrom|}(state); }"));

    [Fact]
    public Task Fix_enumerates_the_position_in_the_loop_that_follows() =>
        CodeFixVerifier.VerifyAsync<DiscardedStateFixer>(
            Descriptors.DiscardedState,
            UsageSource.Of("""
                static void A(Batches<Cat> batches, SamplerState state)
                {
                    // on with it
                    batches.ResumeFrom(state);
                    foreach (var batch in batches) { }
                }
                """),
            UsageSource.Of("""
                static void A(Batches<Cat> batches, SamplerState state)
                {
                    // on with it
                    foreach (var batch in batches.ResumeFrom(state)) { }
                }
                """));

    [Theory]
    [InlineData("static void A(Sampler sampler, SamplerState state) { sampler.ResumeFrom(state); foreach (int row in sampler) { } }")]
    [InlineData("static void A(Batches<Cat> batches, SamplerState state) { batches.ResumeFrom(state); }")]
    [InlineData("static void A(Batches<Cat> batches, Batches<Cat> others) { batches.Epoch(1); foreach (var batch in others) { } }")]
    public async Task No_fix_where_nothing_shows_what_the_position_is_for(string source) =>
        Assert.Empty(await CodeFixVerifier.TitlesAsync<DiscardedStateFixer>(Descriptors.DiscardedState, UsageSource.Of(source)));

    [Fact]
    public Task Fix_all_enumerates_every_position() =>
        CodeFixVerifier.VerifyFixAllAsync<DiscardedStateFixer>(
            Descriptors.DiscardedState,
            [
                UsageSource.Of("""
                    static void A(Batches<Cat> batches) { batches.Epoch(2); foreach (var batch in batches) { } }
                    static void B(BalancedSampler sampler) { sampler.Epoch(2); foreach (int row in sampler) { } }
                    """),
            ],
            [
                UsageSource.Of("""
                    static void A(Batches<Cat> batches) { foreach (var batch in batches.Epoch(2)) { } }
                    static void B(BalancedSampler sampler) { foreach (int row in sampler.Epoch(2)) { } }
                    """),
            ]);
}
