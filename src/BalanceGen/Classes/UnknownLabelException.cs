using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BalanceGen;

/// <summary>A label that is none of the declared classes.</summary>
public sealed class UnknownLabelException : BalanceGenArgumentException
{
    /// <summary>The longest list of class names that a message spells out.</summary>
    private const int NamesShown = 12;

    /// <summary>Creates the error.</summary>
    /// <param name="label">The offending label as text.</param>
    /// <param name="classes">The classes that are declared.</param>
    /// <param name="row">The row number (0-based), or −1 where the label was not read from a row.</param>
    public UnknownLabelException(string label, ClassSet classes, long row = -1)
        : base(Describe(label, classes, row))
    {
        Label = label;
        Classes = classes;
        Row = row;
    }

    /// <summary>The offending label as text.</summary>
    public string Label { get; }

    /// <summary>The classes that are declared.</summary>
    public ClassSet Classes { get; }

    /// <summary>The row number (0-based), or −1 where the label was not read from a row.</summary>
    public long Row { get; }

    /// <summary>Throws this error; kept out of line so that callers stay small enough to be inlined.</summary>
    /// <param name="label">The offending label as text.</param>
    /// <param name="classes">The classes that are declared.</param>
    /// <param name="row">The row number (0-based), or −1 where the label was not read from a row.</param>
    /// <exception cref="UnknownLabelException">Always.</exception>
    [DoesNotReturn]
    public static void Throw(string label, ClassSet classes, long row = -1) =>
        throw new UnknownLabelException(label, classes, row);

    private static string Describe(string label, ClassSet classes, long row)
    {
        ArgumentNullException.ThrowIfNull(classes);
        string where = row < 0 ? "The label" : string.Create(CultureInfo.InvariantCulture, $"Row {row}: the label");
        string names = string.Join(", ", classes.Names[..Math.Min(classes.Count, NamesShown)].ToArray());
        string rest = classes.Count > NamesShown
            ? string.Create(CultureInfo.InvariantCulture, $", … ({classes.Count} classes)")
            : "";
        return $"{where} '{label}' is none of the declared classes: {names}{rest}.";
    }
}
