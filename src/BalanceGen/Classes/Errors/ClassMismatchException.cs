namespace BalanceGen.Classes;

/// <summary>Two values that belong to different class sets, such as a target distribution with three shares for two classes.</summary>
public sealed class ClassMismatchException : BalanceGenArgumentException
{
    /// <summary>Creates the error.</summary>
    /// <param name="what">What does not fit, as the start of a sentence: "The target distribution".</param>
    /// <param name="given">The number of classes it is for.</param>
    /// <param name="classes">The classes it is used with.</param>
    public ClassMismatchException(string what, int given, ClassSet classes)
        : base(Describe(what, given, classes))
    {
        Given = given;
        Classes = classes;
    }

    /// <summary>The number of classes that what does not fit is for.</summary>
    public int Given { get; }

    /// <summary>The classes it is used with. The message names up to 12 of them, of more the first and the last ones.</summary>
    public ClassSet Classes { get; }

    /// <summary>Throws the error if something is for another number of classes.</summary>
    /// <param name="what">What is checked, as the start of a sentence: "The target distribution".</param>
    /// <param name="given">The number of classes it is for.</param>
    /// <param name="classes">The classes it is used with.</param>
    /// <exception cref="ClassMismatchException">The numbers of classes are different.</exception>
    public static void ThrowIfMismatch(string what, int given, ClassSet classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        if (given != classes.Count)
        {
            throw new ClassMismatchException(what, given, classes);
        }
    }

    private static string Describe(string what, int given, ClassSet classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        return string.Create(CultureInfo.InvariantCulture, $"{what} is for {given} classes, the data set has {classes.Count}: {ShortList.OfNames(classes.Names)}.");
    }
}
