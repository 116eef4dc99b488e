using System.Collections;
using System.Collections.Frozen;

namespace BalanceGen;

/// <summary>
/// The classes of a label in the order of their class indices. The classes follow from the label's type and not from the data, so a class without rows is included.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ClassSet : IReadOnlyList<string>
{
    private readonly string[] _names;
    private readonly FrozenDictionary<string, int> _indices;

    /// <summary>Declares the classes.</summary>
    /// <param name="names">The class names in the order of their class indices; at least one, unique (ordinally), none empty.</param>
    /// <exception cref="ArgumentException">No name is given, or a name is null, empty or repeated.</exception>
    public ClassSet(params ReadOnlySpan<string> names)
    {
        if (names.IsEmpty)
        {
            throw new ArgumentException("A class set needs at least one class.", nameof(names));
        }

        var indices = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (int index = 0; index < names.Length; index++)
        {
            if (string.IsNullOrEmpty(names[index]))
            {
                throw new ArgumentException($"The name of class {index} is empty.", nameof(names));
            }

            if (!indices.TryAdd(names[index], index))
            {
                throw new ArgumentException(
                    $"The class name '{names[index]}' is given twice: classes {indices[names[index]]} and {index}.", nameof(names));
            }
        }

        _names = names.ToArray();
        _indices = indices.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The number of classes, 1 or more.</summary>
    public int Count => _names.Length;

    /// <summary>The class names in the order of their class indices.</summary>
    public ReadOnlySpan<string> Names => _names;

    /// <summary>The name of a class.</summary>
    /// <param name="classIndex">A class index of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    public string this[int classIndex] => _names.At(classIndex);

    /// <summary>The classes "0", "1", … for labels that are plain class indices.</summary>
    /// <param name="count">The number of classes, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static ClassSet Numbered(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Range(0, count - 1);
    }

    /// <summary>The classes of an integer label: every value of a closed range, named by its decimal digits.</summary>
    /// <param name="min">The label of class 0.</param>
    /// <param name="max">The label of the last class, at least <paramref name="min"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="max"/> is less than <paramref name="min"/>, or there are more classes than an array can hold.
    /// </exception>
    public static ClassSet Range(long min, long max)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, min);
        ulong last = unchecked((ulong)max - (ulong)min);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(last, (ulong)Array.MaxLength, nameof(max));
        return new ClassSet([.. Enumerable.Range(0, (int)last + 1).Select(index => (min + index).ToString(CultureInfo.InvariantCulture))]);
    }

    /// <summary>Declares the classes by any sequence of names, for languages without spans.</summary>
    /// <param name="names">The class names in the order of their class indices; at least one, unique (ordinally), none empty.</param>
    /// <exception cref="ArgumentException">No name is given, or a name is null, empty or repeated.</exception>
    public static ClassSet Of(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new ClassSet([.. names]);
    }

    /// <summary>The classes that occur in labels, in ordinal order of their names: for labels that are known only at run time.</summary>
    /// <param name="labels">The labels, such as those of the training rows; how often each occurs does not matter. Enumerated once.</param>
    /// <remarks>
    /// A class that none of the labels names is not in the set. Save the names with the model: a set made from other rows may have other indices. O(labels).
    /// </remarks>
    /// <exception cref="ArgumentException">There are no labels, or a label is null or empty; the error names its place.</exception>
    public static ClassSet OfLabels(IEnumerable<string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        long place = 0;
        foreach (string label in labels)
        {
            if (string.IsNullOrEmpty(label))
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Label {place} is {(label is null ? "null" : "empty")}; a class needs a name."), nameof(labels));
            }

            names.Add(label);
            place++;
        }

        return names.Count > 0 ? new ClassSet([.. names]) : throw new ArgumentException("There are no labels; a class set needs at least one class.", nameof(labels));
    }

    /// <summary>The class index of a class name, compared ordinally.</summary>
    /// <param name="name">The class name.</param>
    /// <exception cref="UnknownLabelException">The name is none of the classes.</exception>
    public int IndexOf(string name)
    {
        if (!TryIndexOf(name, out int classIndex))
        {
            UnknownLabelException.Throw(name, this);
        }

        return classIndex;
    }

    /// <summary>The class index of a class name, compared ordinally.</summary>
    /// <param name="name">The class name.</param>
    /// <param name="classIndex">The class index, or −1 if the name is none of the classes.</param>
    /// <returns>Whether the name is a class.</returns>
    public bool TryIndexOf(string name, out int classIndex)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_indices.TryGetValue(name, out classIndex))
        {
            return true;
        }

        classIndex = -1;
        return false;
    }

    /// <summary>Enumerates the class names in the order of their class indices.</summary>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_names).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The class names separated by commas. Of more than 12 classes it has the first 8 and the last 2; see <see cref="ToFullString"/>.</summary>
    public override string ToString() => ShortList.Of(_names.Length, place => _names[place]);

    /// <summary>All class names separated by commas.</summary>
    public string ToFullString() => string.Join(", ", _names);
}
