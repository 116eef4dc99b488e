using System.Collections;

namespace BalanceGen.Batching;

/// <summary>A batch that stays valid: for loops with <c>await</c>, for LINQ, for lists. It has the members of a <see cref="Batch{T}"/>, with copies of its rows.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>The caller may keep and change the arrays. Made by <see cref="Batches{T}.Owned"/> and <see cref="Batch{T}.ToOwned"/>.</remarks>
public sealed class OwnedBatch<T> : IReadOnlyList<T>
{
    private readonly Sampler _sampler;
    private readonly BatchList? _list;
    private readonly long _firstDraw;

    internal OwnedBatch(T[] rows, int[] rowNumbers, int[] classIndices, ClassSet classes, long epoch, Sampler sampler, BatchList? list, long firstDraw, long nextDraw)
    {
        _sampler = sampler;
        _list = list;
        _firstDraw = firstDraw;
        Rows = rows;
        RowNumbers = rowNumbers;
        ClassIndices = classIndices;
        Classes = classes;
        Epoch = epoch;
        State = sampler.StateAt(nextDraw);
    }

    /// <summary>The number of rows, 1 or more.</summary>
    public int Count => Rows.Length;

    /// <summary>The rows, in the order of the draws.</summary>
    public T[] Rows { get; }

    /// <summary>The row numbers in the data set, one for each of <see cref="Rows"/>.</summary>
    public int[] RowNumbers { get; }

    /// <summary>The class indices, one for each of <see cref="Rows"/>.</summary>
    public int[] ClassIndices { get; }

    /// <summary>The classes.</summary>
    public ClassSet Classes { get; }

    /// <summary>The epoch of the batch.</summary>
    public long Epoch { get; }

    /// <summary>The state from which a later run continues with the batch after this one; see <see cref="Batches{T}.ResumeFrom"/>.</summary>
    public SamplerState State { get; }

    /// <summary>A row of the batch.</summary>
    /// <param name="index">The place in the batch, of [0, <see cref="Count"/>).</param>
    /// <exception cref="IndexOutOfRangeException">The place is outside that range.</exception>
    public T this[int index] => Rows[index];

    /// <summary>Counts the batch's rows by class. No allocation.</summary>
    /// <param name="counts">Receives one count per class; longer spans are left alone beyond the classes.</param>
    /// <exception cref="ArgumentException">The span is shorter than the number of classes.</exception>
    public void CountClasses([MayBeZero] Span<long> counts)
    {
        Span<long> perClass = SpanRoom.Prefix(counts, Classes.Count, nameof(counts));
        perClass.Clear();
        foreach (int classIndex in ClassIndices)
        {
            perClass[classIndex]++;
        }
    }

    /// <summary>Writes the class index of each row of the batch. No allocation.</summary>
    /// <param name="classIndices">Receives one class index per row; longer spans are left alone beyond the batch.</param>
    /// <exception cref="ArgumentException">The span is shorter than the batch.</exception>
    public void CopyClassIndices(Span<int> classIndices) => ClassIndices.CopyTo(SpanRoom.Prefix(classIndices, Count, nameof(classIndices)));

    /// <summary>Writes the class index of each row of the batch as 64-bit integers, which losses take. No allocation.</summary>
    /// <inheritdoc cref="CopyClassIndices(Span{int})"/>
    public void CopyClassIndices(Span<long> classIndices)
    {
        Span<long> destination = SpanRoom.Prefix(classIndices, Count, nameof(classIndices));
        for (int place = 0; place < destination.Length; place++)
        {
            destination[place] = ClassIndices[place];
        }
    }

    /// <summary>The class index of each row as a new array of 64-bit integers, which losses take.</summary>
    public long[] ToLongClassIndices() => Array.ConvertAll(ClassIndices, classIndex => (long)classIndex);

    /// <summary>Writes the context of each draw of the batch, in the order of its rows; see <see cref="Batch{T}.CopyContexts"/>. No allocation.</summary>
    /// <param name="contexts">Receives one context per row; a longer span is left alone beyond the batch.</param>
    /// <exception cref="ArgumentException">The span is shorter than the batch.</exception>
    public void CopyContexts(Span<DrawContext> contexts) =>
        Batches<T>.FillContexts(_sampler, _list, _firstDraw, RowNumbers, SpanRoom.Prefix(contexts, Count, nameof(contexts)));

    /// <summary>The rows in a new array.</summary>
    public T[] ToArray() => (T[])Rows.Clone();

    /// <summary>Enumerates the rows.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Rows).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Rows.GetEnumerator();

    /// <inheritdoc cref="BatchWeighting.SampleWeights{T}(Batch{T}, ClassWeights, Span{double})"/>
    public double SampleWeights(ClassWeights weights, Span<double> destination)
    {
        BatchWeighting.RefuseOtherClasses(Classes, weights);
        return BatchWeights.FromClassWeights(ClassIndices, weights, destination);
    }

    /// <inheritdoc cref="BatchWeighting.SampleWeights{T}(Batch{T}, ClassWeights, Span{float})"/>
    public double SampleWeights(ClassWeights weights, Span<float> destination)
    {
        BatchWeighting.RefuseOtherClasses(Classes, weights);
        return BatchWeights.FromClassWeights(ClassIndices, weights, destination);
    }

    /// <inheritdoc cref="BatchWeighting.DynamicSampleWeights{T}(Batch{T}, Span{double}, DynamicWeighting)"/>
    public double DynamicSampleWeights(Span<double> destination, DynamicWeighting weighting = default) =>
        BatchWeights.Dynamic(ClassIndices, Classes, destination, weighting);

    /// <inheritdoc cref="BatchWeighting.DynamicSampleWeights{T}(Batch{T}, Span{float}, DynamicWeighting)"/>
    public double DynamicSampleWeights(Span<float> destination, DynamicWeighting weighting = default) =>
        BatchWeights.Dynamic(ClassIndices, Classes, destination, weighting);

    /// <inheritdoc cref="BatchWeighting.ObserveBy{T}(Batch{T}, RunningClassCounts)"/>
    public void ObserveBy(RunningClassCounts running)
    {
        ArgumentNullException.ThrowIfNull(running);
        ClassMismatchException.ThrowIfMismatch("The list of running counts", running.Classes.Count, Classes);
        running.Observe(ClassIndices);
    }
}
