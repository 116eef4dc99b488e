using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BalanceGen.Tests.Streaming;

/// <summary>States of other streams, versions and bytes are refused, and the message says what differs.</summary>
public sealed class StreamStateErrorTests
{
    private static readonly LabelledSerializer Binary = new();
    private static readonly JsonTypeInfo<Labelled> Json = (JsonTypeInfo<Labelled>)JsonSerializerOptions.Default.GetTypeInfo(typeof(Labelled));
    private static readonly LabelledIndexer Indexer = new(new ClassSet("a", "b", "c"));

    public static TheoryData<string, string, string> Others() => new()
    {
        { "shuffle 8 1", "shuffle 9 1", "Shuffle has buffer 8 in the state, and buffer 9 here" },
        { "shuffle 8 1", "shuffle 9 2", "Shuffle has buffer 8 in the state, and buffer 9 here, Shuffle has seed 1 in the state, and seed 2 here" },
        { "shuffle 8 1", "take 5", "it is of Shuffle; buffer 8; seed 1, and here is Take; count 5" },
        { "take 5|shuffle 8 1", "take 6|shuffle 8 1", "Take has count 5 in the state, and count 6 here" },
        { "take 5|shuffle 8 1", "shuffle 8 1", "it has the operator Take; count 5, but this stream has a source without operators there" },
        { "shuffle 8 1", "take 5|shuffle 8 1", "it has a source without operators where an operator is here" },
        { "repeat 2", "repeat 3", "Repeat has times 2 in the state, and times 3 here" },
        { "resample 1", "resample 2", "Resample has seed 1 in the state, and seed 2 here" },
        { "reject 0.6 0.3 0.1", "reject 0.5 0.4 0.1", "Resample has source 0.6, 0.3, 0.1/" },
        { "resample 1", "reject 0.6 0.3 0.1", "Resample has method OverAndUnder in the state, and method Reject here" },
        { "mix 0.5", "mix 0.25", "Interleave has shares 0.5 0.5 in the state, and shares 0.25 0.75 here" },
        { "repeat 2|mix 0.5", "repeat 4|mix 0.5", "Repeat has times 2 in the state, and times 4 here" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void A_state_of_another_configuration_is_refused(string saved, string own, string difference)
    {
        StreamState state = StateOf(Make(saved));
        StreamStateMismatchException error = Assert.Throws<StreamStateMismatchException>(() => Make(own).ResumeFrom(state));
        Assert.Contains(difference, error.Message);
        Assert.StartsWith("The state belongs to another stream: ", error.Message);
        Assert.Equal(3, Make(saved).ResumeFrom(state).Take(3).Count());
    }

    [Fact]
    public void Every_truncated_or_changed_state_is_refused()
    {
        byte[] bytes = StateOf(Make("take 5|shuffle 8 1")).ToBytes(Binary);
        for (int length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<StreamStateFormatException>(() => StreamState.FromBytes(bytes.AsSpan(0, length), Binary));
            byte[] changed = [.. bytes];
            changed[length] ^= 1;
            Assert.Throws<StreamStateFormatException>(() => StreamState.FromBytes(changed, Binary));
        }

        Assert.Throws<StreamStateFormatException>(() => StreamState.FromBytes([.. bytes, 0], Binary));
    }

    [Fact]
    public void Another_version_is_refused_by_its_number()
    {
        StreamState state = StateOf(Make("shuffle 8 1"));
        byte[] bytes = state.ToBytes(Binary);
        bytes[4] = 2;
        Assert.Equal("The stream state has the version 2; this library reads version 1.", Assert.Throws<StreamStateFormatException>(() => StreamState.FromBytes(bytes, Binary)).Message);
        string json = state.ToJson(Json).Replace("\"version\":1", "\"version\":7", StringComparison.Ordinal);
        Assert.Equal("The stream state has the version 7; this library reads version 1.", Assert.Throws<StreamStateFormatException>(() => StreamState.FromJson(json, Json)).Message);
    }

    [Theory]
    [InlineData("\"numbers\":[1]", "\"numbers\":[]")]
    [InlineData("\"numbers\":[1]", "\"numbers\":[-1]")]
    [InlineData("\"rows\":[{", "\"rows\":[{\"Number\":1,\"Label\":1},{")]
    [InlineData("\"lengths\":[", "\"lengths\":[9")]
    [InlineData("\"lengths\":[", "\"lengths\":[-")]
    [InlineData("\"depth\":0", "\"depth\":3")]
    [InlineData("\"operator\":", "\"name\":")]
    [InlineData("\"last\":{", "\"last\":[{")]
    [InlineData("\"count\":", "\"count\":\"x\",\"c\":")]
    public void Damaged_JSON_is_refused_or_differs_in_nothing_that_counts(string old, string damaged)
    {
        string json = StateOf(Make("shuffle 8 1")).ToJson(Json);
        Assert.Contains(old, json);
        string changed = json.Replace(old, damaged, StringComparison.Ordinal);
        if (old == "\"rows\":[{")
        {
            // One row too many is not asked for.
            Assert.NotNull(StreamState.FromJson(changed, Json));
            return;
        }

        Assert.Throws<StreamStateFormatException>(() => Make("shuffle 8 1").ResumeFrom(StreamState.FromJson(changed, Json)));
    }

    [Fact]
    public void A_source_that_is_too_short_is_refused_when_it_is_read()
    {
        StreamState state = StateOf(StreamPipelines.Rows().Shuffle(8, seed: 1));
        ResumableStream<Labelled> rest = StreamPipelines.Rows().Take(4).Shuffle(8, seed: 1).ResumeFrom(state);
        Assert.Contains("9 rows of its source had been read, and the source here has 4", Assert.Throws<StreamStateMismatchException>(() => rest.Count()).Message);
        Labelled[] list = [.. StreamPipelines.Rows().Take(4)];
        Assert.Throws<StreamStateMismatchException>(() => list.Shuffle(8, seed: 1).ResumeFrom(state).Count());
    }

    [Fact]
    public void Rows_of_another_type_than_the_serializer_are_an_error_that_names_both()
    {
        using StreamEnumerator<int> rows = Enumerable.Range(0, 10).Shuffle(4, seed: 1).GetEnumerator();
        Assert.True(rows.MoveNext());
        Assert.Contains("System.Int32", Assert.Throws<ArgumentException>(() => rows.GetState().ToBytes(Binary)).Message);
    }

    [Fact]
    public void An_enumeration_that_failed_or_is_closed_has_no_state()
    {
        StreamEnumerator<Labelled> rows = Streams.FailingAt(StreamPipelines.Rows(), 3).Shuffle(2, seed: 1).GetEnumerator();
        Assert.True(rows.MoveNext());
        Assert.NotNull(rows.GetState());
        Assert.Throws<SourceRowException>(() => rows.MoveNext());
        Assert.Throws<InvalidOperationException>(() => rows.GetState());
        StreamEnumerator<Labelled> closed = StreamPipelines.Rows().Shuffle(2, seed: 1).GetEnumerator();
        closed.Dispose();
        Assert.Throws<InvalidOperationException>(() => closed.GetState());
    }

    private static StreamState StateOf(ResumableStream<Labelled> stream)
    {
        using StreamEnumerator<Labelled> rows = stream.GetEnumerator();
        Assert.True(rows.MoveNext());
        return rows.GetState();
    }

    private static ResumableStream<Labelled> Make(string operators)
    {
        IEnumerable<Labelled> rows = StreamPipelines.Rows();
        foreach (string text in operators.Split('|'))
        {
            double[] values = [.. text.Split(' ').Skip(1).Select(value => double.Parse(value, System.Globalization.CultureInfo.InvariantCulture))];
            rows = text.Split(' ')[0] switch
            {
                "shuffle" => rows.Shuffle((int)values[0], (long)values[1]),
                "take" => rows.Take((long)values[0]),
                "repeat" => rows.Repeat((long)values[0]),
                "resample" => rows.Resample(Indexer, TargetDistribution.Uniform, seed: (long)values[0]),
                "reject" => rows.RejectionResample(Indexer, TargetDistribution.AsSource, SourceDistribution.Of(values)),
                _ => StreamInterleaving.Interleave([rows, StreamPipelines.Rows()], [values[0], 1 - values[0]], seed: 1),
            };
        }

        return (ResumableStream<Labelled>)rows;
    }
}
