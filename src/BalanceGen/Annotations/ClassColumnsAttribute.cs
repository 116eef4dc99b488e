namespace BalanceGen;

/// <summary>
/// Declares that several members of the record together are its label, one for each class, as the columns of a one-hot encoded
/// table. The members' names are the class names. Use it instead of <see cref="ClassLabelAttribute"/>.
/// </summary>
/// <remarks>All members have the same type: <see cref="bool"/>, an integer type, <see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class ClassColumnsAttribute : Attribute
{
    /// <summary>Names the columns, or declares them by <see cref="From"/> and <see cref="To"/>.</summary>
    /// <param name="members">The names of the members in the order of their class indices.</param>
    public ClassColumnsAttribute(params string[] members) => Members = members;

    /// <summary>The names of the members in the order of their class indices; empty where the first and the last are given.</summary>
    public string[] Members { get; }

    /// <summary>The first of consecutive members, all of which are columns, in the order of their declaration.</summary>
    public string? From { get; set; }

    /// <summary>The last of consecutive members, inclusive.</summary>
    public string? To { get; set; }

    /// <summary>
    /// <see cref="LabelEncoding.OneHot"/> unless said otherwise; <see cref="LabelEncoding.Scores"/> or <see cref="LabelEncoding.MultiHot"/>.
    /// </summary>
    public LabelEncoding Encoding { get; set; }

    /// <summary>
    /// For floating-point columns how far from 1 a hot and from 0 a cold element may be, of [0, 0.5). 0 by default.
    /// </summary>
    public double Tolerance { get; set; }

    /// <summary>What happens to a row without a hot column.</summary>
    public MissingLabelPolicy Missing { get; set; }

    /// <summary>The name of the class that rows without a hot column belong to, instead of <see cref="Missing"/>.</summary>
    public string? MissingClass { get; set; }

    /// <summary>What happens to a row with several hot columns, or with several largest scores.</summary>
    public MultiHotPolicy MultiHot { get; set; }
}
