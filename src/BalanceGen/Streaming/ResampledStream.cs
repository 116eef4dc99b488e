using System.Collections;

namespace BalanceGen.Streaming;

/// <summary>A stream whose rows are repeated or dropped, so that the classes come in other shares.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <typeparam name="TIndexer">The class indexer that the generator emitted for it.</typeparam>
/// <remarks>
/// Lazy: nothing is read before it is enumerated, and every enumeration is independent. An enumeration holds one row, and O(classes)
/// numbers; it allocates nothing per row. The copies of a row come one after the other: shuffle afterwards.
/// </remarks>
public sealed class ResampledStream<T, TIndexer> : PassStream<T>
    where TIndexer : struct, IClassIndexer<T>
{
    private readonly IEnumerable<T> _source;
    private readonly TIndexer _indexer;
    private readonly ResampleConfiguration _configuration;

    internal ResampledStream(IEnumerable<T> source, TIndexer indexer, ResampleConfiguration configuration)
    {
        _source = source;
        _indexer = indexer;
        _configuration = configuration;
    }

    /// <summary>What is expected to come out; null where the shares are estimated (see <see cref="ResampleTrace.EstimatedPlan"/>).</summary>
    public ResamplePlan? Plan => _configuration.Plan;

    /// <summary>Enumerates the first pass.</summary>
    public new Enumerator GetEnumerator() => new(this, 0);

    internal override IEnumerator<T> Pass(long pass) => new Enumerator(this, pass);

    /// <summary>Enumerates the resampled rows. A sealed class: a foreach over it calls nothing virtual but the source.</summary>
    public sealed class Enumerator : IEnumerator<T>
    {
        private readonly IEnumerator<T> _rows;
        private readonly TIndexer _indexer;
        private readonly Resampler _resampler;
        private T _current = default!;
        private int _copiesLeft;

        internal Enumerator(ResampledStream<T, TIndexer> stream, long pass)
        {
            _rows = PassOf(stream._source, pass);
            _indexer = stream._indexer;
            _resampler = new Resampler(stream._configuration, pass);
        }

        /// <summary>The current row.</summary>
        public T Current => _current;

        object? IEnumerator.Current => _current;

        /// <summary>Moves to the next row that comes out.</summary>
        /// <returns>Whether there is one.</returns>
        /// <exception cref="UnknownLabelException">The label of a row is no class; the error names the row.</exception>
        /// <exception cref="SourceRowException">The source failed; the error names the row.</exception>
        public bool MoveNext()
        {
            if (_copiesLeft > 0)
            {
                _copiesLeft--;
                return true;
            }

            return Advance();
        }

        /// <summary>Ends the enumeration of the source.</summary>
        public void Dispose() => _rows.Dispose();

        void IEnumerator.Reset() => throw new NotSupportedException("A stream is enumerated again by a new enumerator.");

        private bool Advance()
        {
            Resampler resampler = _resampler;
            try
            {
                while (_rows.MoveNext())
                {
                    T row = _rows.Current;
                    int classIndex = _indexer.IndexOf(in row);
                    if ((uint)classIndex >= (uint)resampler.ClassCount)
                    {
                        UnknownLabelException.Throw(_indexer.DescribeLabel(in row), _indexer.Classes, resampler.Row);
                    }

                    int copies = resampler.CopiesOfNext(classIndex);
                    if (copies > 0)
                    {
                        _current = row;
                        _copiesLeft = copies - 1;
                        return true;
                    }
                }
            }
            catch (Exception error) when (SourceRowException.Concerns(error))
            {
                throw new SourceRowException(resampler.Row, error);
            }

            _current = default!;
            return false;
        }
    }
}
