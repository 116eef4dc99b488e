using System.Collections;
using System.Numerics;

namespace BalanceGen;

/// <content>The rows of the index and their classes.</content>
public sealed partial class RowIndex : IReadOnlyCollection<int>
{
    private RowClassTable? _classOfRow;

    int IReadOnlyCollection<int>.Count => RowCount;

    /// <summary>The class of each row. It is made when it is first needed; a second one that another thread makes at the same time is the same.</summary>
    private RowClassTable ClassOfRow => _classOfRow ??= RowClassTable.Of(this);

    /// <summary>
    /// Whether the index has a row. O(1). The first call of this or <see cref="ClassOf"/> takes O(rows) and keeps 1 byte a row (2 from 256
    /// classes on, 4 from 65,536 on).
    /// </summary>
    /// <param name="row">Any number.</param>
    public bool Contains(int row) => TryClassOf(row, out _);

    /// <summary>The class index of a row. O(1) after the first call; see <see cref="Contains"/>.</summary>
    /// <param name="row">A row of this index.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index does not have the row: it is no row of the data set, is ignored, or is of another subset.</exception>
    public int ClassOf(int row)
    {
        if (!TryClassOf(row, out int classIndex))
        {
            ThrowAbsent(row);
        }

        return classIndex;
    }

    /// <summary>The class index of a row. O(1) after the first call; see <see cref="Contains"/>.</summary>
    /// <param name="row">Any number.</param>
    /// <param name="classIndex">The class index, or <see cref="ClassIndex.Unknown"/> if the index does not have the row.</param>
    /// <returns>Whether the index has the row.</returns>
    public bool TryClassOf(int row, out int classIndex)
    {
        classIndex = (uint)row < (uint)DatasetLength ? ClassOfRow[row] : ClassIndex.Unknown;
        return classIndex != ClassIndex.Unknown;
    }

    /// <summary>Writes the class index of each row of the index, in ascending order of the row numbers. O(rows), no allocation after the first call.</summary>
    /// <param name="classIndices">Receives <see cref="RowCount"/> class indices; a longer span is left alone beyond them.</param>
    /// <exception cref="ArgumentException">The span is shorter than the rows.</exception>
    public void CopyClassIndices(Span<int> classIndices) => Copy(classIndices);

    /// <inheritdoc cref="CopyClassIndices(Span{int})"/>
    /// <remarks>64-bit integers are what losses and tensors of labels take.</remarks>
    public void CopyClassIndices(Span<long> classIndices) => Copy(classIndices);

    /// <summary>The class index of each row of the index as a new array of 64-bit integers, which losses take, in ascending order of the row numbers. O(rows).</summary>
    public long[] ToLongClassIndices()
    {
        var classIndices = new long[RowCount];
        CopyClassIndices(classIndices);
        return classIndices;
    }

    /// <summary>Enumerates the numbers of the index's rows, ascending. No allocation after the first enumeration; the first one of a subset takes O(rows of the data set).</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<int> IEnumerable<int>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void ThrowAbsent(int row) => throw new ArgumentOutOfRangeException(
        nameof(row),
        row,
        (uint)row >= (uint)DatasetLength ? $"The data set has {DatasetLength} rows." : $"The row is not in this subset of the data set, which has {RowCount} of {DatasetLength} rows.");

    private void Copy<TInteger>(Span<TInteger> classIndices)
        where TInteger : INumberBase<TInteger>
    {
        SpanRoom.ThrowIfShort(classIndices.Length, RowCount, nameof(classIndices));
        int place = 0;
        foreach (int row in this)
        {
            classIndices[place++] = TInteger.CreateTruncating(ClassOfRow[row]);
        }
    }

    /// <summary>Enumerates row numbers in ascending order.</summary>
    public struct Enumerator : IEnumerator<int>
    {
        private readonly RowClassTable? _table;
        private readonly int _end;

        internal Enumerator(RowIndex index)
        {
            _table = index.IsSubset ? index.ClassOfRow : null;
            _end = index.DatasetLength;
            Current = -1;
        }

        /// <summary>The number of the current row.</summary>
        public int Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        /// <summary>Moves to the next row.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext()
        {
            int next = Math.Min(_end, Current + 1);
            Current = _table is null || next == _end ? next : _table.Next(next);
            return Current < _end;
        }

        /// <summary>Starts again before the first row.</summary>
        public void Reset() => Current = -1;

        /// <summary>Does nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}
