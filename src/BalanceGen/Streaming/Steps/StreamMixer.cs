namespace BalanceGen.Streaming;

/// <summary>Chooses the stream of each row of a mix, and keeps account of the streams that ran dry.</summary>
internal sealed class StreamMixer
{
    /// <summary>Shares become integers of this scale, at least 1 where a share is above 0: the choice is exact and the same everywhere.</summary>
    private const double Scale = 1L << 52;

    private readonly ulong[] _parts;
    private readonly ulong[] _ends;
    private readonly bool[] _ranDry;
    private readonly StreamWords _words;
    private readonly StoppingStrategy _strategy;
    private ulong _total;
    private long _row;

    public StreamMixer(double[] shares, long seed, StoppingStrategy strategy, long pass)
    {
        _parts = new ulong[shares.Length];
        _ends = new ulong[shares.Length];
        _ranDry = new bool[shares.Length];
        _words = new StreamWords(seed, StreamPurpose.Interleave, pass);
        _strategy = strategy;
        for (int stream = 0; stream < shares.Length; stream++)
        {
            _parts[stream] = shares[stream] == 0 ? 0 : Math.Max(1, (ulong)(shares[stream] * Scale));
            _ranDry[stream] = shares[stream] == 0;
        }

        Accumulate();
    }

    /// <summary>The stream of the next row, or −1 where none is left.</summary>
    public int Next()
    {
        if (_total == 0)
        {
            return -1;
        }

        ulong point = _words.Below(_row++, _total);
        int low = 0;
        int high = _ends.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (point < _ends[middle])
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    /// <summary>Takes note of a stream that ran dry.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="rowsOfItsPass">How many rows it had since it was started.</param>
    public SourceEnd End(int stream, long rowsOfItsPass)
    {
        _ranDry[stream] = true;
        switch (_strategy)
        {
            case StoppingStrategy.FirstExhausted:
            case StoppingStrategy.AllExhausted when Array.TrueForAll(_ranDry, dry => dry):
                return SourceEnd.Finish;
            case StoppingStrategy.AllExhaustedWithoutReplacement:
                _parts[stream] = 0;
                Accumulate();
                return SourceEnd.LeaveOut;
            default:
                return rowsOfItsPass > 0
                    ? SourceEnd.Restart
                    : throw new EmptyDatasetException(string.Create(CultureInfo.InvariantCulture, $"Starting stream {stream} of the mix again"));
        }
    }

    public void Save(StepStateWriter state)
    {
        state.Add(_row);
        foreach (bool dry in _ranDry)
        {
            state.Add(dry ? 1 : 0);
        }
    }

    public void Load(StepStateReader state)
    {
        _row = state.Next();
        for (int stream = 0; stream < _ranDry.Length; stream++)
        {
            _ranDry[stream] = state.Next(0, 1) == 1;
            _parts[stream] = _ranDry[stream] && _strategy == StoppingStrategy.AllExhaustedWithoutReplacement ? 0 : _parts[stream];
        }

        Accumulate();
    }

    public static double[] Checked(ReadOnlySpan<double> shares, int streams)
    {
        if (streams == 0 || shares.Length != streams)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {streams} streams and {shares.Length} shares."), nameof(shares));
        }

        return CheckedShares.Of(shares, "stream");
    }

    private void Accumulate()
    {
        _total = 0;
        for (int stream = 0; stream < _parts.Length; stream++)
        {
            _total += _parts[stream];
            _ends[stream] = _total;
        }
    }
}
