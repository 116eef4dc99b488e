using System.Text.Json;

namespace BalanceGen.Tests.Sampling;

public sealed class SamplerStateTests
{
    private static readonly SamplerState[] States =
    [
        new(1, 42, 0x8F3A00000000001D, 1700),
        new(int.MaxValue, long.MinValue, ulong.MaxValue, long.MaxValue),
        new(1, -1, 0, 0),
    ];

    [Fact]
    public void States_survive_the_binary_form()
    {
        foreach (SamplerState state in States)
        {
            byte[] bytes = state.ToBytes();
            Assert.Equal(32, bytes.Length);
            Assert.Equal(state, SamplerState.Read(bytes));
            Assert.Equal(state, SamplerState.Read([.. bytes, 1, 2]));
        }
    }

    [Fact]
    public void The_binary_form_is_pinned() =>
        Assert.Equal(
            "42475353" + "01000000" + "2A00000000000000" + "1D000000003A8F00" + "A406000000000000",
            Convert.ToHexString(new SamplerState(1, 42, 0x008F3A000000001D, 1700).ToBytes()));

    [Fact]
    public void States_survive_JSON_however_it_is_written()
    {
        foreach (SamplerState state in States)
        {
            Assert.Equal(state, SamplerState.FromJson(state.ToJson()));
            Assert.Equal(state.ToJson(), JsonSerializer.Serialize(state));
            Assert.Equal(state, JsonSerializer.Deserialize<SamplerState>(state.ToJson()));
            Assert.Equal([state, state], JsonSerializer.Deserialize<SamplerState[]>($"[{state.ToJson()}, {state.ToJson()}]")!);
        }

        Assert.Equal("""{"version":1,"seed":42,"configurationHash":"8f3a00000000001d","draw":1700}""", States[0].ToJson());
        Assert.Equal(States[0], SamplerState.FromJson(""" { "draw": 1700, "configurationHash": "8F3A00000000001D", "seed": 42, "version": 1 } """));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"version":1,"seed":42,"configurationHash":"8f3a00000000001d"}""")]
    [InlineData("""{"version":1,"seed":42,"configurationHash":"8f3a","draw":1}""")]
    [InlineData("""{"version":1,"seed":42,"configurationHash":12,"draw":1}""")]
    [InlineData("""{"version":1,"seed":42,"configurationHash":"8f3a00000000001d","draw":-1}""")]
    [InlineData("""{"version":1,"seed":1.5,"configurationHash":"8f3a00000000001d","draw":1}""")]
    [InlineData("""{"version":1,"seed":"42","configurationHash":"8f3a00000000001d","draw":1}""")]
    [InlineData("""{"version":99999999999,"seed":42,"configurationHash":"8f3a00000000001d","draw":1}""")]
    [InlineData("""{"version":1,"seed":42,"configurationHash":"8f3a00000000001d","draw":1,"epoch":{}}""")]
    [InlineData("""{"version":1,"seed":42,"configurationHash":"8f3a00000000001d","draw":1} x""")]
    [InlineData("""{"version":1,"seed":42,"configurationHash":"8f3a00000000001d","draw":1""")]
    public void Text_that_is_no_state_is_refused(string json) =>
        Assert.Throws<SamplerStateFormatException>(() => SamplerState.FromJson(json));

    [Theory]
    [InlineData(" x")]
    [InlineData("}")]
    [InlineData("]")]
    [InlineData(",")]
    [InlineData(" 1")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("// saved by hand")]
    [InlineData("\0")]
    public void Text_after_a_state_is_refused_and_white_space_is_not(string more)
    {
        string json = States[0].ToJson() + " \r\n\t";
        Assert.Equal(States[0], SamplerState.FromJson(json));
        Assert.Throws<SamplerStateFormatException>(() => SamplerState.FromJson(json + more));
        Assert.Throws<SamplerStateFormatException>(() => SamplerState.FromJson(json + json));
    }

    [Fact]
    public void Bytes_that_are_no_state_are_refused()
    {
        byte[] bytes = States[0].ToBytes();
        Assert.Throws<SamplerStateFormatException>(() => SamplerState.Read(bytes.AsSpan(0, 31)));
        Assert.Throws<SamplerStateFormatException>(() => SamplerState.Read([.. "BGSX"u8, .. bytes.AsSpan(4)]));
        bytes[31] = 0x80;
        Assert.Throws<SamplerStateFormatException>(() => SamplerState.Read(bytes));
        Assert.Throws<ArgumentException>(() => States[0].WriteTo(new byte[31]));
    }

    [Fact]
    public void A_saved_state_continues_with_the_very_next_draw()
    {
        Sampler sampler = Samplers.Create("balanced small", 7);
        SamplerState state = SamplerState.Read(SamplerState.FromJson(sampler.StateAt(1234).ToJson()).ToBytes());
        Assert.Equal(sampler.RowsOf(1234, 100), Samplers.Create("balanced small", 7).RowsOf(Samplers.Create("balanced small", 7).ResumeFrom(state), 100));
    }
}
