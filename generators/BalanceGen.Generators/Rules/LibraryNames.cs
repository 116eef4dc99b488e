namespace BalanceGen.Generators.Rules;

/// <summary>Names that generator, analyzers and library share. A test compares them with the library.</summary>
internal static class LibraryNames
{
    /// <summary>The namespace of the library.</summary>
    public const string Library = "BalanceGen";

    /// <summary>The attribute of a record that is a row.</summary>
    public const string BalancedDataset = "BalanceGen.BalancedDatasetAttribute";

    /// <summary>The attribute of a companion, whose rows are of another type.</summary>
    public const string Companion = BalancedDataset + "`1";

    /// <summary>The nested class that is generated.</summary>
    public const string GeneratedClasses = "Classes";

    /// <summary>The class for what is known about the training data, in <see cref="GeneratedClasses"/>.</summary>
    public const string KnownCounts = "KnownCounts";

    /// <summary>The class for the indices of classes that a file lists, in <see cref="GeneratedClasses"/>.</summary>
    public const string ClassIndices = "Indices";
}
