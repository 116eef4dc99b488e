namespace BalanceGen;

/// <summary>Marks the member that holds a row's label, and declares the classes if its type alone does not.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>An enum: its members are the classes, in declaration order; members with an equal value are one class.</item>
/// <item><see cref="bool"/>: <c>false</c> is class 0 and <c>true</c> class 1; two names may be given.</item>
/// <item>An integer: <see cref="Min"/> and <see cref="Max"/> (every value of the closed range is a class), or <see cref="Values"/>.</item>
/// <item>
/// <see cref="string"/>, <see cref="char"/>, <see cref="decimal"/>, spans and memories of <see cref="char"/>: the class list is
/// required, but text and integers may take their classes from a file (<see cref="ClassesFrom"/>). Text is compared by <see cref="Comparison"/>.
/// </item>
/// <item>A vector with one element per class: the class list is required. <see cref="Encoding"/> says what the elements mean.</item>
/// </list>
/// It may mark a property, a field, a positional parameter, or a method without parameters that computes the label.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class ClassLabelAttribute : Attribute
{
    /// <summary>Marks the label and, where its type does not, declares its classes in the order of their class indices.</summary>
    /// <param name="classes">The class names; none where the member's type declares the classes.</param>
    public ClassLabelAttribute(params string[] classes) => Classes = classes;

    /// <summary>The declared class names, in the order of their class indices; empty where the type declares them.</summary>
    public string[] Classes { get; }

    /// <summary>The smallest label of an integer label, inclusive. It becomes class index 0.</summary>
    public long Min { get; set; }

    /// <summary>The largest label of an integer label, inclusive.</summary>
    public long Max { get; set; }

    /// <summary>
    /// The labels of an integer label one by one, in the order of their class indices: for identifiers with gaps. The class list
    /// may name them; otherwise they are named by their digits.
    /// </summary>
    public long[]? Values { get; set; }

    /// <summary>How the classes are encoded, where the type leaves a choice.</summary>
    public LabelEncoding Encoding { get; set; }

    /// <summary>How text is compared with the class list.</summary>
    public LabelComparison Comparison { get; set; }

    /// <summary>Where the class names of an enum come from.</summary>
    public EnumClassNames NamesFrom { get; set; }

    /// <summary>
    /// For one-hot vectors of floating-point numbers how far from 1 a hot and from 0 a cold element may be, of [0, 0.5). 0 by default.
    /// </summary>
    public double Tolerance { get; set; }

    /// <summary>What happens to a row without a label: null, or a one-hot vector without a hot element.</summary>
    public MissingLabelPolicy Missing { get; set; }

    /// <summary>The name of the class that rows without a label belong to, instead of <see cref="Missing"/>.</summary>
    public string? MissingClass { get; set; }

    /// <summary>What happens to a one-hot vector with several hot elements, or to scores with several largest.</summary>
    public MultiHotPolicy MultiHot { get; set; }

    /// <summary>
    /// The file that lists the classes of a text or integer label without a class list: names, one a line (<c>*.classes.txt</c>), the categories of COCO or
    /// LVIS (<c>*.categories.json</c>), or a class-count file. Without it they are those of the counts that the record names. The order of the file is that of the
    /// class indices.
    /// </summary>
    public string? ClassesFrom { get; set; }

    /// <summary>
    /// The order of the file's classes that trained models depend on, as the generated constant <c>Classes.Order</c> has it. An edit of the file that gives one of
    /// these classes another index is an error; classes that are added at the end are none.
    /// </summary>
    public string? ClassOrder { get; set; }

    /// <summary>The way from the marked member to the label, where it is not the label itself: <c>"Breed"</c> or <c>"Annotation.Breed"</c>.</summary>
    public string? Path { get; set; }
}
