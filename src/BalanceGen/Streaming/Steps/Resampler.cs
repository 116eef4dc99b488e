namespace BalanceGen.Streaming;

/// <summary>Decides for each row of one enumeration how many times it comes out.</summary>
internal sealed class Resampler
{
    /// <summary>An estimate is taken over at least every 1/16 of the rows seen, so that it is never more than about 6 % behind.</summary>
    private const int StalenessShift = 4;

    /// <summary>Recomputing costs O(classes); this many rows a class make it cheap per row.</summary>
    private const int RowsPerClassBetweenUpdates = 16;

    /// <summary>A first estimate may be far off; an acceptance rate below the minimum is an error only after this many rows.</summary>
    private const int RowsBeforeAcceptanceCounts = 1000;

    private readonly Factor[] _factors;
    private readonly StreamWords _words;
    private readonly ResamplingTrace? _trace;
    private readonly ResampleConfiguration _configuration;
    private readonly ShareEstimator? _estimator;
    private readonly double[] _source = [];
    private readonly double[] _target = [];
    private readonly double[] _copies = [];
    private readonly int _longestInterval;
    private long _row;
    private long _nextUpdate;

    public Resampler(ResampleConfiguration configuration, long pass)
    {
        int classCount = configuration.Classes.Count;
        _configuration = configuration;
        _factors = new Factor[classCount];
        _words = new StreamWords(configuration.Seed, StreamPurpose.Resample, pass);
        _trace = configuration.Trace;
        if (configuration.Plan is { } plan)
        {
            for (int index = 0; index < classCount; index++)
            {
                _factors[index] = Factor.Of(plan.CopiesOf(index));
            }
        }
        else
        {
            _estimator = new ShareEstimator(classCount, configuration.Shares.Decay);
            _source = new double[classCount];
            _target = new double[classCount];
            _copies = new double[classCount];
            _longestInterval = Math.Max(1024, RowsPerClassBetweenUpdates * classCount);
        }
    }

    /// <summary>The number of the row that comes next.</summary>
    public long Row => _row;

    public int ClassCount => _factors.Length;

    /// <summary>How many times the next row comes out, 0 or more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CopiesOfNext(int classIndex)
    {
        if (_estimator is not null)
        {
            Learn(_estimator, classIndex);
        }

        ref readonly Factor factor = ref _factors[classIndex];
        int copies = factor.Whole + (_words.At(_row) < factor.Threshold ? 1 : 0);
        _trace?.Add(classIndex, copies);
        _row++;
        return copies;
    }

    public void Save(StepStateWriter state)
    {
        state.Add(_row);
        if (_estimator is not null)
        {
            state.Add(_nextUpdate);
            _estimator.Save(state);
            Array.ForEach(_copies, state.Add);
        }
    }

    public void Load(StepStateReader state)
    {
        _row = state.Next();
        if (_estimator is not null)
        {
            _nextUpdate = state.Next();
            _estimator.Load(state);
            for (int index = 0; index < _copies.Length; index++)
            {
                _copies[index] = Math.Min(state.NextFinite(), _configuration.Rule.MaximumRepeats);
                _factors[index] = Factor.Of(_copies[index]);
            }
        }
    }

    private void Learn(ShareEstimator estimator, int classIndex)
    {
        if (!estimator.Add(classIndex) && _row < _nextUpdate)
        {
            return;
        }

        ZeroCountPolicy unseen = _configuration.Shares.ZeroCounts;
        ResampleRule rule = _configuration.Rule;
        estimator.CopyCounts(unseen.Alpha, _source);
        rule.Target.ResolveShares(_source, _configuration.Classes, leaveOutAbsent: true, _target);
        rule.WriteCopies(_source, _target, _copies);
        for (int index = 0; index < _copies.Length; index++)
        {
            _factors[index] = Factor.Of(_copies[index]);
        }

        _nextUpdate = _row + Math.Clamp(_row >> StalenessShift, 1, _longestInterval);
        Report(rule);
    }

    private void Report(ResampleRule rule)
    {
        _trace?.Estimate(_source, _target, _copies);
        if (rule.MinimumAcceptance > 0 && _row >= RowsBeforeAcceptanceCounts)
        {
            rule.RefuseLowAcceptance(new ResamplingPlan(_configuration.Classes, [.. _source], [.. _target], [.. _copies]));
        }
    }

    /// <summary>A multiplicity: the whole copies, and the probability of one more in units of 2^-64.</summary>
    private readonly record struct Factor(int Whole, ulong Threshold)
    {
        public static Factor Of(double copies)
        {
            double whole = Math.Floor(copies);

            // The fraction is below 1 by at least 2^-53, so that the product stays below 2^64 and is exact.
            return new Factor((int)whole, (ulong)((copies - whole) * 18446744073709551616.0));
        }
    }
}
