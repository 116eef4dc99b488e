using System.Collections;

namespace BalanceGen;

/// <content>Counts by class name.</content>
public sealed partial class ClassCounts : IReadOnlyCollection<(string Name, long Count)>
{
    int IReadOnlyCollection<(string Name, long Count)>.Count => _counts.Length;

    /// <summary>The number of rows of a class.</summary>
    /// <param name="className">The class name, compared ordinally.</param>
    /// <exception cref="UnknownLabelException">The name is none of the classes.</exception>
    public long this[string className] => _counts[Classes.IndexOf(className)];

    /// <summary>Counts that are given by class name, in any order. A class that is not named has the count 0.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="pairs">Class names, each at most once, and their counts, 0 or more.</param>
    /// <exception cref="UnknownLabelException">A name is none of the classes.</exception>
    /// <exception cref="ArgumentException">A class is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total exceeds 2^63 − 1.</exception>
    public static ClassCounts Of(ClassSet classes, params IEnumerable<(string Name, long Count)> pairs)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(pairs);
        var counts = new long[classes.Count];
        var isGiven = new bool[classes.Count];
        foreach ((string name, long count) in pairs)
        {
            int index = classes.IndexOf(name);
            if (isGiven[index])
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"The class '{name}' is counted twice: {counts[index]} and {count}."), nameof(pairs));
            }

            isGiven[index] = true;
            counts[index] = count;
        }

        return new ClassCounts(classes, counts);
    }

    /// <inheritdoc cref="Of(ClassSet, IEnumerable{ValueTuple{string, long}})"/>
    public static ClassCounts Of(ClassSet classes, IEnumerable<KeyValuePair<string, long>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return Of(classes, pairs.Select(pair => (pair.Key, pair.Value)));
    }

    /// <inheritdoc cref="Of(ClassSet, IEnumerable{ValueTuple{string, long}})"/>
    public static ClassCounts Of(ClassSet classes, IEnumerable<KeyValuePair<string, int>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return Of(classes, pairs.Select(pair => (pair.Key, (long)pair.Value)));
    }

    /// <summary>The counts by class name, as a new dictionary that is looked up ordinally.</summary>
    public Dictionary<string, long> ToDictionary() => this.ToDictionary(pair => pair.Name, pair => pair.Count, StringComparer.Ordinal);

    /// <summary>Enumerates the class names with their counts, in the order of the class indices. A loop over it does not allocate.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<(string Name, long Count)> IEnumerable<(string Name, long Count)>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Enumerates class names with their counts.</summary>
    public struct Enumerator : IEnumerator<(string Name, long Count)>
    {
        private readonly ClassCounts _counts;
        private int _index;

        internal Enumerator(ClassCounts counts)
        {
            _counts = counts;
            _index = -1;
        }

        /// <summary>The current class and its count.</summary>
        public readonly (string Name, long Count) Current => (_counts.Classes[_index], _counts[_index]);

        readonly object IEnumerator.Current => Current;

        /// <summary>Moves to the next class.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => ++_index < _counts.Classes.Count;

        /// <summary>Starts again before the first class.</summary>
        public void Reset() => _index = -1;

        /// <summary>Does nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}
