namespace BalanceGen.Classes;

/// <summary>Makes class indexers from functions, for classes that are known only at run time or rows without the attributes.</summary>
public static class ClassIndexer
{
    /// <summary>An indexer that asks a function for the class index of a row.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="classes">The classes.</param>
    /// <param name="classOf">
    /// The class index of a row. It must be pure and thread-safe. <see cref="ClassIndex.Ignored"/> leaves the row out; any other number that is no class index is an
    /// <see cref="UnknownLabelException"/> as soon as the row is counted or indexed.
    /// </param>
    public static FunctionIndexer<T> Of<T>(ClassSet classes, Func<T, int> classOf)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(classOf);
        return new FunctionIndexer<T>(classes, classOf, null);
    }

    /// <summary>An indexer that asks a function for the class name of a row.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="classes">The classes.</param>
    /// <param name="labelOf">
    /// The class name of a row, compared ordinally. It must be pure and thread-safe. Null or a name that is none of the classes throws an <see cref="UnknownLabelException"/> as soon
    /// as the row is counted or indexed.
    /// </param>
    public static FunctionIndexer<T> Of<T>(ClassSet classes, Func<T, string?> labelOf)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(labelOf);
        return new FunctionIndexer<T>(classes, null, labelOf);
    }
}
