using System.Collections;

namespace BalanceGen;

/// <content>Weights by class name, and in the shapes that losses take.</content>
public sealed partial class ClassWeights : IReadOnlyCollection<(string Name, double Weight)>
{
    int IReadOnlyCollection<(string Name, double Weight)>.Count => _values.Length;

    /// <summary>The weight of a class.</summary>
    /// <param name="className">The class name, compared ordinally.</param>
    /// <exception cref="UnknownLabelException">The name is none of the classes.</exception>
    public double this[string className] => _values[Classes.IndexOf(className)];

    /// <summary>The weights in single precision in the order of the class indices, as the tensors of losses take them. Allocates the array.</summary>
    /// <exception cref="OverflowException">A weight is beyond the range of float; the error names the class.</exception>
    public float[] ToSingles()
    {
        var singles = new float[_values.Length];
        for (int index = 0; index < singles.Length; index++)
        {
            singles[index] = (float)_values[index];
            if (!float.IsFinite(singles[index]))
            {
                throw new OverflowException(
                    string.Create(CultureInfo.InvariantCulture, $"The weight {_values[index]} of class '{Classes[index]}' is beyond the range of float."));
            }
        }

        return singles;
    }

    /// <summary>The weights by class name, as a new dictionary that is looked up ordinally.</summary>
    public Dictionary<string, double> ToDictionary() => this.ToDictionary(pair => pair.Name, pair => pair.Weight, StringComparer.Ordinal);

    /// <summary>Enumerates the class names with their weights, in the order of the class indices. A loop over it does not allocate.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<(string Name, double Weight)> IEnumerable<(string Name, double Weight)>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Enumerates class names with their weights.</summary>
    public struct Enumerator : IEnumerator<(string Name, double Weight)>
    {
        private readonly ClassWeights _weights;
        private int _index;

        internal Enumerator(ClassWeights weights)
        {
            _weights = weights;
            _index = -1;
        }

        /// <summary>The current class and its weight.</summary>
        public readonly (string Name, double Weight) Current => (_weights.Classes[_index], _weights[_index]);

        readonly object IEnumerator.Current => Current;

        /// <summary>Moves to the next class.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => ++_index < _weights.Classes.Count;

        /// <summary>Starts again before the first class.</summary>
        public void Reset() => _index = -1;

        /// <summary>Does nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}
