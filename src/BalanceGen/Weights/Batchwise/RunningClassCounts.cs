namespace BalanceGen.Weights;

/// <summary>
/// Class counts that follow the batches: an exponential moving average m_c ← ρ·m_c + (1 − ρ)·b_c of the batches' counts b_c, and the
/// weights that follow from it. Smoother than the weights of a single batch, and it needs no counts of the whole data set.
/// </summary>
/// <remarks>
/// The first batch sets m_c = b_c, so that the average is in rows of a batch from the start. Not thread-safe. Observing and writing
/// weights do not allocate. Save <see cref="Averages"/> and <see cref="Observed"/> to continue in another process.
/// </remarks>
public sealed class RunningClassCounts
{
    /// <summary>
    /// A class that was seen once is taken for at least this part of the total, so that its weight stays finite (also as a float) however
    /// long ago that was.
    /// </summary>
    private const double SmallestPart = 1.0 / (1L << 60);

    private readonly double[] _averages;
    private readonly long[] _observed;
    private readonly long[] _batch;
    private readonly double[] _table;

    /// <summary>Starts without any row seen.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="decay">ρ of [0, 1): how much of the average stays at each batch. 0 follows the last batch only; 0.99 looks about 100 batches back.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decay"/> is outside that range or NaN.</exception>
    public RunningClassCounts(ClassSet classes, [ValueRange(0, 1, ExcludesMaximum = true)] double decay)
    {
        ArgumentNullException.ThrowIfNull(classes);
        if (!(decay is >= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(decay), decay, "The decay must be of [0, 1).");
        }

        Classes = classes;
        Decay = decay;
        _averages = new double[classes.Count];
        _observed = new long[classes.Count];
        _batch = new long[classes.Count];
        _table = new double[classes.Count];
    }

    /// <summary>Continues from a saved state.</summary>
    /// <param name="observed">The rows seen so far, from <see cref="Observed"/>.</param>
    /// <param name="averages">The averages, from <see cref="Averages"/>: one per class, of [0, 1e18].</param>
    /// <param name="decay">ρ of [0, 1).</param>
    /// <exception cref="ClassMismatchException">The number of averages is not the number of classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An average is outside its range or NaN, or <paramref name="decay"/> is outside its range.</exception>
    public RunningClassCounts(ClassCounts observed, ReadOnlySpan<double> averages, [ValueRange(0, 1, ExcludesMaximum = true)] double decay)
        : this((observed ?? throw new ArgumentNullException(nameof(observed))).Classes, decay)
    {
        ClassMismatchException.ThrowIfMismatch("The list of averages", averages.Length, Classes);
        for (int index = 0; index < averages.Length; index++)
        {
            if (!(averages[index] is >= 0 and <= 1e18))
            {
                throw new ArgumentOutOfRangeException(nameof(averages), averages[index], $"The average of class '{Classes[index]}' must be of [0, 1e18].");
            }
        }

        averages.CopyTo(_averages);
        observed.Values.CopyTo(_observed);
    }

    /// <inheritdoc cref="RunningClassCounts(ClassCounts, ReadOnlySpan{double}, double)"/>
    [OverloadResolutionPriority(-1)]
    public RunningClassCounts(ClassCounts observed, ReadOnlySpan<float> averages, double decay)
        : this(observed, (ReadOnlySpan<double>)Doubles.Of(averages), decay)
    {
    }

    /// <summary>The classes.</summary>
    public ClassSet Classes { get; }

    /// <summary>ρ: how much of the average stays at each batch.</summary>
    public double Decay { get; }

    /// <summary>The averages m_c in the order of the class indices, in rows per batch; all 0 before the first batch.</summary>
    [MayBeZero]
    public ReadOnlySpan<double> Averages => _averages;

    /// <summary>How many rows of each class were seen in all. Allocates the result.</summary>
    public ClassCounts Observed => new(Classes, _observed);

    /// <summary>Takes in a batch. A batch without counted rows changes nothing.</summary>
    /// <param name="classIndices">The class index of each row of the batch.</param>
    /// <param name="ignoreIndex">A value that marks rows without a label; they are not counted.</param>
    /// <exception cref="UnknownLabelException">A value is no class index; the error names its place in the batch, and nothing was taken in.</exception>
    public void Observe(ReadOnlySpan<int> classIndices, int? ignoreIndex = null)
    {
        Array.Clear(_batch);
        if (BatchWeights.Count(classIndices, Classes, _batch, ignoreIndex) == 0)
        {
            return;
        }

        bool first = Array.TrueForAll(_averages, average => average == 0);
        for (int index = 0; index < _batch.Length; index++)
        {
            _averages[index] = first ? _batch[index] : (Decay * _averages[index]) + ((1 - Decay) * _batch[index]);
            _observed[index] += _batch[index];
        }
    }

    /// <summary>
    /// Writes the weight of each class, w_c = (M + α·C) / (C·(m_c + α)) with M = Σ m_c: balanced weights of the average batch.
    /// </summary>
    /// <param name="destination">Receives one weight per class.</param>
    /// <param name="zeroCounts">
    /// What happens to a class that was not seen yet: an error, the weight 0 (C is then the number of classes seen), or smoothing by α.
    /// </param>
    /// <exception cref="ArgumentException">The destination is shorter than the number of classes.</exception>
    /// <exception cref="EmptyDatasetException">No row was seen yet.</exception>
    /// <exception cref="EmptyClassException">A class was not seen yet and the policy is to throw.</exception>
    public void CopyWeights(Span<double> destination, ZeroCountPolicy zeroCounts = default)
    {
        SpanRoom.ThrowIfShort(destination.Length, _averages.Length, nameof(destination), "weights");
        double total = 0;
        int unseen = 0;
        for (int index = 0; index < _averages.Length; index++)
        {
            total += _averages[index];
            unseen += _observed[index] == 0 ? 1 : 0;
        }

        Refuse(total, unseen, zeroCounts);
        double alpha = zeroCounts.Alpha;
        double classes = zeroCounts.Kind == ZeroCountKind.ZeroWeight ? _averages.Length - unseen : _averages.Length;
        double smallest = total * SmallestPart;
        for (int index = 0; index < _averages.Length; index++)
        {
            double count = (_observed[index] == 0 ? 0 : Math.Max(_averages[index], smallest)) + alpha;
            destination[index] = count == 0 ? 0 : (total + (alpha * classes)) / (classes * count);
        }
    }

    /// <summary>The weights of <see cref="CopyWeights"/> as a value. Allocates the result.</summary>
    /// <inheritdoc cref="CopyWeights"/>
    public ClassWeights ToClassWeights(ZeroCountPolicy zeroCounts = default)
    {
        CopyWeights(_table, zeroCounts);
        return new ClassWeights(Classes, _table);
    }

    /// <summary>Writes the running weight of its class for every row. Call <see cref="Observe"/> first if the batch itself is to be counted.</summary>
    /// <param name="classIndices">The class index of each row of the batch.</param>
    /// <param name="destination">Receives one weight per row; a longer span is left alone beyond the batch.</param>
    /// <param name="zeroCounts">What happens to a class that was not seen yet.</param>
    /// <param name="ignoreIndex">A value that marks rows without a label; such rows get the weight 0.</param>
    /// <returns>The sum of the weights.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than the batch.</exception>
    /// <exception cref="UnknownLabelException">A value is no class index; the error names its place in the batch.</exception>
    /// <exception cref="EmptyDatasetException">No row was seen yet.</exception>
    /// <exception cref="EmptyClassException">A class was not seen yet and the policy is to throw.</exception>
    public double SampleWeights(ReadOnlySpan<int> classIndices, Span<double> destination, ZeroCountPolicy zeroCounts = default, int? ignoreIndex = null)
    {
        CopyWeights(_table, zeroCounts);
        return BatchWeights.Write(classIndices, Classes, _table, destination, ignoreIndex);
    }

    /// <inheritdoc cref="SampleWeights(ReadOnlySpan{int}, Span{double}, ZeroCountPolicy, int?)"/>
    public double SampleWeights(ReadOnlySpan<int> classIndices, Span<float> destination, ZeroCountPolicy zeroCounts = default, int? ignoreIndex = null)
    {
        CopyWeights(_table, zeroCounts);
        return BatchWeights.Write(classIndices, Classes, _table, destination, ignoreIndex);
    }

    private void Refuse(double total, int unseen, ZeroCountPolicy zeroCounts)
    {
        EmptyDatasetException.ThrowIfEmpty(total, "A running class weight");
        if (zeroCounts.Kind == ZeroCountKind.Throw && unseen > 0)
        {
            ClassCounts observed = Observed;
            throw new EmptyClassException(observed, "no batch had a row of it yet, its running weight would be infinite", [.. observed.EmptyClasses]);
        }
    }
}
