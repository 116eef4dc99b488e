namespace BalanceGen.Generators.Tests.CountFiles;

/// <summary>Where the compiler has the counts of a record from.</summary>
public enum CountSource
{
    /// <summary>[ClassCount] for every class.</summary>
    Attributes,

    /// <summary>A class-count file with a line for every class.</summary>
    FileOfAllClasses,

    /// <summary>A class-count file as it is made from the rows: an empty class has no line.</summary>
    FileOfClassesWithRows,

    /// <summary>The labelled rows, counted by the build.</summary>
    LabeledFile,
}
