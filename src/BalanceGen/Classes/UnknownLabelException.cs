using System.Diagnostics.CodeAnalysis;

namespace BalanceGen;

/// <summary>A label is not a declared class.</summary>
public sealed class UnknownLabelException : BalanceGenArgumentException
{
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
        return $"{where} '{label}' is none of the declared classes: {ShortList.OfNames(classes.Names)}.{Hint(label, classes)}";
    }

    /// <summary>What is most likely meant, or what to declare.</summary>
    private static string Hint(string label, ClassSet classes)
    {
        if (label is "(null)" || string.IsNullOrWhiteSpace(label))
        {
            return " What a row without a label means is declared with Missing on [ClassLabel].";
        }

        string[] all = classes.Names.ToArray();
        string trimmed = label.Trim();
        string? same = Array.Find(all, name => string.Equals(name.Trim(), trimmed, StringComparison.OrdinalIgnoreCase));
        return same is not null ? $" It differs from '{same}' in case or white space alone, which Comparison on [ClassLabel] can ignore."
            : UnknownLabels.NearestTo(label, all) is { } nearest ? $" The nearest class is '{nearest}'."
            : "";
    }
}
