using Microsoft.ML;
using Microsoft.ML.Data;

namespace BalanceGen.ML.Tests.Contract;

/// <summary>What ML.NET requires of every data view.</summary>
internal static class DataViewContract
{
    /// <summary>Checks all of it.</summary>
    /// <param name="view">The view, of at least two columns.</param>
    /// <param name="rows">The number of rows that it must have.</param>
    public static void Check(IDataView view, long rows)
    {
        Assert.Same(view.Schema, view.Schema);
        Assert.True(view.GetRowCount() is null || view.GetRowCount() == rows);
        List<Row> serial = Read(view.GetRowCursor(view.Schema), view);
        Assert.Equal(rows, serial.Count);
        Assert.Equal(serial.Count, serial.Select(row => row.Id).Distinct().Count());
        Assert.Equal(serial, Read(view.GetRowCursor(view.Schema), view));
        CheckPositions(view);
        CheckColumns(view);
        CheckShuffling(view, serial);
        foreach (int cursors in (int[])[1, 2, 3, 8])
        {
            CheckSet(view, serial, cursors, null);
            CheckSet(view, serial, cursors, new Random(5));
        }
    }

    private static void CheckPositions(IDataView view)
    {
        DataViewRowCursor cursor = view.GetRowCursor(view.Schema);
        Assert.Same(view.Schema, cursor.Schema);
        Assert.Equal(-1, cursor.Position);
        for (long position = 0; cursor.MoveNext(); position++)
        {
            Assert.Equal(position, cursor.Position);
        }

        Assert.Equal(-1, cursor.Position);
        Assert.False(cursor.MoveNext());
        cursor.Dispose();
        cursor.Dispose();

        DataViewRowCursor left = view.GetRowCursor(view.Schema);
        Assert.Equal(view.GetRowCount() != 0, left.MoveNext());
        left.Dispose();
        Assert.Equal(-1, left.Position);
        Assert.False(left.MoveNext());
    }

    private static void CheckColumns(IDataView view)
    {
        foreach (DataViewSchema.Column needed in view.Schema)
        {
            using DataViewRowCursor cursor = view.GetRowCursor([needed]);
            Assert.True(cursor.IsColumnActive(needed));
            RowReader.Of(cursor, [needed]);
            Assert.Throws<InvalidOperationException>(() => cursor.GetGetter<Guid>(needed));
            foreach (DataViewSchema.Column other in view.Schema.Where(column => column.Index != needed.Index))
            {
                Assert.False(cursor.IsColumnActive(other));
                Assert.ThrowsAny<ArgumentException>(() => RowReader.Of(cursor, [other]));
            }
        }
    }

    private static void CheckShuffling(IDataView view, List<Row> serial)
    {
        List<Row> shuffled = Read(view.GetRowCursor(view.Schema, new Random(1)), view);
        Assert.Equal(serial.Order(), shuffled.Order());
        Assert.Equal(shuffled, Read(view.GetRowCursor(view.Schema, new Random(1)), view));
        if (view.CanShuffle && serial.Count > 20)
        {
            Assert.NotEqual(serial, shuffled);
            Assert.NotEqual(shuffled, Read(view.GetRowCursor(view.Schema, new Random(2)), view));
        }
    }

    /// <summary>The cursors of a set have each row once, and the batch numbers put them into the order of one cursor.</summary>
    private static void CheckSet(IDataView view, List<Row> serial, int count, Random? random)
    {
        DataViewRowCursor[] cursors = view.GetRowCursorSet(view.Schema, count, random);
        Assert.InRange(cursors.Length, 1, count);
        var batches = new SortedDictionary<long, List<Row>>();
        foreach (DataViewRowCursor cursor in cursors)
        {
            var own = new HashSet<long>();
            long last = long.MinValue;
            foreach (Row row in Read(cursor, view))
            {
                Assert.True(row.Batch >= last);
                last = row.Batch;
                Assert.True(!batches.ContainsKey(last) || own.Contains(last), $"Batch {last} is in two cursors.");
                own.Add(last);
                batches.TryAdd(last, []);
                batches[last].Add(row);
            }
        }

        List<Row> joined = [.. batches.Values.SelectMany(rows => rows)];
        Assert.Equal(serial.Order(), joined.Order());
        if (random is null)
        {
            Assert.Equal(serial, joined);
        }
    }

    private static List<Row> Read(DataViewRowCursor cursor, IDataView view)
    {
        using (cursor)
        {
            Func<string> values = RowReader.Of(cursor, view.Schema);
            ValueGetter<DataViewRowId> ids = cursor.GetIdGetter();
            var rows = new List<Row>();
            while (cursor.MoveNext())
            {
                DataViewRowId id = default;
                ids(ref id);
                string first = values();
                Assert.Equal(first, values());
                rows.Add(new Row(id.ToString(), first, cursor.Batch));
            }

            return rows;
        }
    }

    /// <summary>Batches say nothing about rows: two rows are equal without regard to them.</summary>
    private sealed record Row(string Id, string Values, long Batch) : IComparable<Row>
    {
        public int CompareTo(Row? other) => string.CompareOrdinal(Id + Values, other!.Id + other.Values);

        public bool Equals(Row? other) => other is not null && Id == other.Id && Values == other.Values;

        public override int GetHashCode() => HashCode.Combine(Id, Values);
    }
}
