namespace BalanceGen.Benchmarks;

/// <summary>A field of every row of an epoch, read by reference through batches, and beside it by the row numbers of one <see cref="Sampler.Fill(long, Span{int})"/>.</summary>
internal sealed class BatchRows
{
    private const int BatchSize = 128;

    private readonly ComparedRow[] _rows;
    private readonly Sampler _sampler;
    private readonly Batches<ComparedRow> _batches;
    private readonly int[] _numbers;

    public BatchRows(LongTail data, int[] buffer)
    {
        _rows = [.. data.ClassOfRow.Select((label, row) => new ComparedRow(row, label))];
        IndexedDataset<ComparedRow> dataset = IndexedDataset.Create(_rows, new ComparedRowIndexer(data.Classes));
        _sampler = dataset.BalancedSampler(seed: 1);
        _batches = dataset.Batches(_sampler, BatchSize);
        _numbers = buffer;
    }

    public long ThroughBatches(long epoch)
    {
        long sum = 0;
        foreach (Batch<ComparedRow> batch in _batches.Epoch(epoch))
        {
            foreach (ref readonly ComparedRow row in batch)
            {
                sum += row.Value;
            }
        }

        return sum;
    }

    public long ByRowNumbers(long epoch)
    {
        _sampler.Fill(epoch * _numbers.Length, _numbers);
        long sum = 0;
        foreach (int number in _numbers)
        {
            sum += _rows[number].Value;
        }

        return sum;
    }
}
