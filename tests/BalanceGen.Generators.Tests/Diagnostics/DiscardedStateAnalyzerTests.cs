using BalanceGen.Generators.Diagnostics.Analyzers;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class DiscardedStateAnalyzerTests
{
    [Fact]
    public Task Position_that_is_thrown_away_is_reported() =>
        AnalyzerVerifier.VerifyAsync<DiscardedStateAnalyzer>(
            UsageSource.Of("""
                static void A(Sampler sampler, SamplerState state) { sampler.{|BALG0207:Resume|}(state); }
                static void B(Sampler sampler) { sampler.{|BALG0207:StateAt|}(7); }
                static void C(Batches<Cat> batches, SamplerState state) { batches.{|BALG0207:ResumeFrom|}(state); batches.{|BALG0207:Epoch|}(2); }
                static void D(BalancedSampler sampler) { sampler.{|BALG0207:Epoch|}(2); }
                """),
            "'Resume' changes nothing, and what it returns is discarded; continue with the draw number that it returns",
            "'StateAt' changes nothing, and what it returns is discarded; save the state that it returns",
            "'ResumeFrom' changes nothing, and what it returns is discarded; enumerate what it returns",
            "'Epoch' changes nothing, and what it returns is discarded; enumerate what it returns",
            "'Epoch' changes nothing, and what it returns is discarded; enumerate what it returns");

    [Fact]
    public Task Position_that_is_used_is_fine() =>
        AnalyzerVerifier.VerifyAsync<DiscardedStateAnalyzer>(
            UsageSource.Of("""
                static long A(Sampler sampler, SamplerState state) => sampler.Resume(state);
                static void B(Batches<Cat> batches, SamplerState state) { foreach (var batch in batches.ResumeFrom(state)) { } }
                static void C(Sampler sampler, SamplerState state) { _ = sampler.Resume(state); }
                static void D(Sampler sampler, int[] rows) { sampler.Fill(0, rows); }
                static void E(Sampler sampler, SamplerState state) { Action check = () => sampler.Resume(state); check(); }
                """));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync<DiscardedStateAnalyzer>(
            UsageSource.Of("static void A(Sampler sampler, SamplerState state) { sampler.{|BALG0207:Resume|}(state); }"));
}
