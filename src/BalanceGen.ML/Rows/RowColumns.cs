namespace BalanceGen.ML;

/// <summary>The columns that a data view over rows has, in the order in which they are added.</summary>
/// <typeparam name="T">The record type, a class or a struct.</typeparam>
/// <remarks>
/// Values are read by the functions that are given: no reflection, no boxing, and nothing is allocated per row. As everywhere in ML.NET, a later column
/// hides an earlier one of the same name. Not thread-safe while columns are added.
/// </remarks>
public sealed class RowColumns<T>
{
    private readonly List<RowColumn<T>> _columns = [];

    private RowColumns(ClassSet classes) => Classes = classes;

    /// <summary>The classes of the rows.</summary>
    public ClassSet Classes { get; }

    internal IReadOnlyList<RowColumn<T>> Columns => _columns;

    /// <summary>
    /// The class of a row as a key: class index + 1, and 0 (missing) for a row whose label is ignored. The key values are the class names, so no
    /// <c>MapValueToKey</c> is fitted, and <c>MapKeyToValue</c> turns predictions into names. A class without rows keeps its key.
    /// </summary>
    /// <param name="name">The name of the column.</param>
    public RowColumns<T> Label(string name = "Label") => Add(RowColumn<T>.Label(name, Classes));

    /// <summary>Whether a row is of one class, as a Boolean: the label of ML.NET's binary trainers.</summary>
    /// <param name="positiveClass">The name of the class that is true; all others are false.</param>
    /// <param name="name">The name of the column.</param>
    /// <remarks>A Boolean has no missing value: reading the row of an ignored label throws an <see cref="UnknownLabelException"/>.</remarks>
    /// <exception cref="UnknownLabelException">The name is none of the classes.</exception>
    public RowColumns<T> BinaryLabel(string positiveClass, string name = "Label") =>
        Add(RowColumn<T>.BinaryLabel(name, Classes, Classes.IndexOf(positiveClass)));

    /// <summary>The weight of the row's class, in single precision: the <c>exampleWeightColumnName</c> of trainers. 0 for a row whose label is ignored.</summary>
    /// <param name="weights">The class weights, of these classes.</param>
    /// <param name="name">The name of the column.</param>
    /// <exception cref="ClassMismatchException">The weights are of another number of classes.</exception>
    /// <exception cref="OverflowException">A weight is beyond the range of <see cref="float"/>.</exception>
    public RowColumns<T> Weight(ClassWeights weights, string name = "Weight")
    {
        ArgumentNullException.ThrowIfNull(weights);
        return weights.Classes.Count == Classes.Count
            ? Add(RowColumn<T>.ClassWeight(name, SingleWeights.Of(weights)))
            : throw new ClassMismatchException("The list of class weights", weights.Classes.Count, Classes);
    }

    /// <summary>The weight of each row, in single precision.</summary>
    /// <param name="weights">One weight per row number: for a subset of a data set, of the whole data set's rows.</param>
    /// <param name="name">The name of the column.</param>
    /// <remarks>Copies the weights, 4 bytes a row. Reading a row beyond the weights throws an <see cref="ArgumentOutOfRangeException"/>.</remarks>
    /// <exception cref="OverflowException">A weight is beyond the range of <see cref="float"/>.</exception>
    public RowColumns<T> Weight(SampleWeights weights, string name = "Weight")
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Add(RowColumn<T>.SampleWeight(name, weights.ToSingles()));
    }

    /// <summary>The number of the row in the data set, as an Int64: it leads from a prediction back to the row.</summary>
    /// <param name="name">The name of the column.</param>
    public RowColumns<T> RowNumber(string name = "Row") => Add(RowColumn<T>.Number(name));

    /// <summary>A vector of numbers in single precision: the features.</summary>
    /// <param name="name">The name of the column.</param>
    /// <param name="length">The number of elements, 1 or more.</param>
    /// <param name="write">Writes the elements of a row, which are all 0 before. NaN is ML.NET's missing value; it is handed on.</param>
    /// <param name="slotNames">The name of each element, which reports on features show; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">There is another number of names than of elements.</exception>
    public RowColumns<T> Vector(string name, int length, RowVector<T> write, IEnumerable<string>? slotNames = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentNullException.ThrowIfNull(write);
        string[]? names = slotNames?.ToArray();
        return names is null || names.Length == length
            ? Add(RowColumn<T>.Vector(name, length, write, names))
            : throw new ArgumentException($"The vector '{name}' has {length} elements, and {names.Length} names are given.", nameof(slotNames));
    }

    /// <summary>A text. Null becomes the empty text.</summary>
    /// <param name="name">The name of the column.</param>
    /// <param name="read">Reads the text of a row.</param>
    public RowColumns<T> Text(string name, RowValue<T, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return AddValue<ReadOnlyMemory<char>>(name, TextDataViewType.Instance, (in row) => read(in row).AsMemory());
    }

    /// <summary>A number in single precision.</summary>
    /// <param name="name">The name of the column.</param>
    /// <param name="read">Reads the number of a row.</param>
    public RowColumns<T> Single(string name, RowValue<T, float> read) => AddValue(name, NumberDataViewType.Single, read);

    /// <summary>A number in double precision. Trainers take single precision; see <see cref="Single"/>.</summary>
    /// <inheritdoc cref="Single"/>
    public RowColumns<T> Double(string name, RowValue<T, double> read) => AddValue(name, NumberDataViewType.Double, read);

    /// <summary>A 32-bit integer.</summary>
    /// <inheritdoc cref="Single"/>
    public RowColumns<T> Int32(string name, RowValue<T, int> read) => AddValue(name, NumberDataViewType.Int32, read);

    /// <summary>A 64-bit integer.</summary>
    /// <inheritdoc cref="Single"/>
    public RowColumns<T> Int64(string name, RowValue<T, long> read) => AddValue(name, NumberDataViewType.Int64, read);

    /// <summary>A Boolean.</summary>
    /// <inheritdoc cref="Single"/>
    public RowColumns<T> Boolean(string name, RowValue<T, bool> read) => AddValue(name, BooleanDataViewType.Instance, read);

    private RowColumns<T> AddValue<TValue>(string name, DataViewType type, RowValue<T, TValue> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(RowColumn<T>.Value(name, type, read));
    }

    /// <summary>The columns of a view.</summary>
    /// <param name="classes">The classes of the rows.</param>
    /// <param name="add">Adds the columns.</param>
    /// <param name="rows">The number of rows of the data set, also where the view shows some of them; null where the rows are loaded.</param>
    /// <exception cref="ArgumentException">No column is added, or one belongs to other rows.</exception>
    internal static RowColumns<T> Of(ClassSet classes, Action<RowColumns<T>> add, int? rows)
    {
        var columns = new RowColumns<T>(classes);
        add(columns);
        foreach (RowColumn<T> column in columns.Columns)
        {
            column.CheckRows(rows);
        }

        return columns.Columns.Count > 0 ? columns : throw new ArgumentException("No column was added to the view.", nameof(columns));
    }

    internal RowColumns<T> Add(RowColumn<T> column)
    {
        ArgumentException.ThrowIfNullOrEmpty(column.Name, "name");
        _columns.Add(column);
        return this;
    }
}
