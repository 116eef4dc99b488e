namespace BalanceGen;

/// <content>Weights that are given by class name, and products of weights.</content>
public sealed partial class ClassWeights
{
    /// <summary>Weights of some classes by name, and one weight for all others: <c>ClassWeights.Of(classes, others: 1, ("Birman", 8.5))</c>. O(classes).</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="others">The weight of the classes that are not named, finite and 0 or more.</param>
    /// <param name="weights">Names and weights in any order; each name once, each weight finite and 0 or more.</param>
    /// <exception cref="UnknownLabelException">A name is none of the classes; the error says which name is the nearest.</exception>
    /// <exception cref="ArgumentException">A class is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, NaN or infinite.</exception>
    public static ClassWeights Of(ClassSet classes, double others, params ReadOnlySpan<(string Name, double Weight)> weights)
    {
        ArgumentNullException.ThrowIfNull(classes);
        var values = new double[classes.Count];
        var isNamed = new bool[classes.Count];
        Array.Fill(values, others);
        foreach ((string name, double weight) in weights)
        {
            int index = classes.IndexOf(name);
            if (isNamed[index])
            {
                throw new ArgumentException($"The weight of class '{name}' is given twice.", nameof(weights));
            }

            (values[index], isNamed[index]) = (weight, true);
        }

        return new ClassWeights(classes, values);
    }

    /// <summary>Weights of some classes by name, such as a dictionary of them, and one weight for all others. O(classes).</summary>
    /// <inheritdoc cref="Of(ClassSet, double, ReadOnlySpan{ValueTuple{string, double}})"/>
    public static ClassWeights Of(ClassSet classes, double others, IEnumerable<KeyValuePair<string, double>> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Of(classes, others, [.. weights.Select(pair => (pair.Key, pair.Value))]);
    }

    /// <summary>The products of these weights and others, class by class: weights by frequency times weights by cost. O(classes).</summary>
    /// <param name="other">Weights of the same classes.</param>
    /// <exception cref="ClassMismatchException">The others are of another number of classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A product exceeds the range of a double; the error names the class.</exception>
    public ClassWeights Times(ClassWeights other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ClassMismatchException.ThrowIfMismatch("The list of class weights", other.Classes.Count, Classes);
        var products = new double[_values.Length];
        for (int index = 0; index < products.Length; index++)
        {
            products[index] = _values[index] * other._values[index];
        }

        return new ClassWeights(Classes, products);
    }
}
