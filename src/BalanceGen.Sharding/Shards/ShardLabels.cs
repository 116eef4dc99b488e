namespace BalanceGen.Sharding;

/// <summary>How the rows of shard files get their classes: where the label is, and which classes there are.</summary>
/// <remarks>
/// A label is the name of a class. If a file has only raw numbers, a number that is not a name is the class index. Immutable and thread-safe.
/// </remarks>
public sealed class ShardLabels
{
    private readonly string[] _ignored;

    /// <summary>Takes the labels from a column.</summary>
    /// <param name="classes">The classes, such as <c>Cat.Classes.Set</c> of an annotated record.</param>
    /// <param name="options">Where in a file the labels are.</param>
    /// <param name="ignored">Labels whose rows are left out of the index, by text.</param>
    public ShardLabels(ClassSet classes, LabelFileOptions? options = null, params ReadOnlySpan<string> ignored)
    {
        ArgumentNullException.ThrowIfNull(classes);
        Classes = classes;
        Options = options ?? new LabelFileOptions();
        _ignored = ignored.ToArray();
        ClassSetHash = StableHash.Of(classes.Names);
        LabelHash = StableHash.Of([Options.ToString(), .. _ignored]);
    }

    /// <summary>The classes.</summary>
    public ClassSet Classes { get; }

    /// <summary>Where in a file the labels are.</summary>
    public LabelFileOptions Options { get; }

    /// <summary>Labels whose rows are left out of the index.</summary>
    public IReadOnlyList<string> Ignored => _ignored;

    /// <summary>A hash of the class names in their order.</summary>
    internal ulong ClassSetHash { get; }

    /// <summary>A hash of everything else that decides which class a row has.</summary>
    internal ulong LabelHash { get; }

    /// <summary>The class index of a label, the number of classes for one that is ignored, or −1.</summary>
    internal int ClassOf(string label, LabelFileFormat format)
    {
        bool isRaw = format is LabelFileFormat.RawBytes or LabelFileFormat.RawUInt16 or LabelFileFormat.RawInt32 or LabelFileFormat.RawInt64;
        return Classes.TryIndexOf(label, out int classIndex) ? classIndex
            : Array.IndexOf(_ignored, label) >= 0 ? Classes.Count
            : isRaw && uint.TryParse(label, CultureInfo.InvariantCulture, out uint index) && index < (uint)Classes.Count ? (int)index
            : -1;
    }
}
