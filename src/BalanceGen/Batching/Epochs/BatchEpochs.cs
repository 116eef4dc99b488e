using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace BalanceGen.Batching;

/// <summary>
/// Consecutive epochs, each as its batches, for the outer loop of a training. The inner loop is <c>foreach</c> over the batches, or <c>await foreach</c> over the batches
/// that <see cref="BatchLoading"/> loads. Made by <see cref="Batches{T}.Epochs(long, long)"/>.
/// </summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>O(1) memory; enumerating it directly does not allocate. Thread-safe.</remarks>
public readonly struct BatchEpochs<T> : IEnumerable<Batches<T>>
{
    /// <summary>Where the epochs begin, which may be inside the first one.</summary>
    private readonly Batches<T> _batches;
    private readonly long _end;

    internal BatchEpochs(Batches<T> batches, long first, long end)
    {
        _batches = batches;
        _end = end;
        FirstEpoch = Math.Max(first, batches.EpochNumber);
    }

    /// <summary>The number of the first epoch.</summary>
    public long FirstEpoch { get; }

    /// <summary>The number of epochs, 0 or more.</summary>
    public long Count => Math.Max(0, _end - FirstEpoch);

    /// <summary>Enumerates the epochs in order.</summary>
    public Enumerator GetEnumerator() => new(_batches, FirstEpoch, _end);

    IEnumerator<Batches<T>> IEnumerable<Batches<T>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Enumerates epochs.</summary>
    [SuppressMessage("Design", "CA1815", Justification = "Enumerators are not compared.")]
    public struct Enumerator : IEnumerator<Batches<T>>
    {
        private readonly Batches<T> _batches;
        private readonly long _end;
        private long _epoch;

        internal Enumerator(Batches<T> batches, long first, long end)
        {
            _batches = batches;
            _end = end;
            _epoch = first - 1;
        }

        /// <summary>The batches of the current epoch; of the first one, those that are left.</summary>
        public readonly Batches<T> Current => _epoch == _batches.EpochNumber ? _batches : _batches.Epoch(_epoch);

        readonly object IEnumerator.Current => Current;

        /// <summary>Moves to the next epoch.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => ++_epoch < _end;

        /// <summary>Has nothing to do.</summary>
        public readonly void Dispose()
        {
        }

        readonly void IEnumerator.Reset() => throw new NotSupportedException();
    }
}
