namespace BalanceGen.Generators.Emit;

/// <summary>A form in which emitted members take rows. Every such member takes all forms, so that no caller has to convert.</summary>
/// <remarks>
/// Several forms are possible for a collection expression, an array or an array segment; the one of the highest priority wins. The forms without a priority
/// are never possible together.
/// </remarks>
/// <param name="typeFormat">The type of the parameter, as a format for the row's type.</param>
/// <param name="priority">The priority among overloads.</param>
/// <param name="whatIsKept">The documentation of the parameter where the result refers to the rows.</param>
/// <param name="asArgument">The text after the parameter's name if a span or a sequence is wanted.</param>
internal sealed class RowForm(string typeFormat, int priority, string whatIsKept, string asArgument = "")
{
    private const string Referred = "The rows. They are referred to, not copied: do not add, remove or relabel rows afterwards.";

    private static readonly RowForm Array = new("{0}[]", 2, Referred);
    private static readonly RowForm Memory = new("global::System.ReadOnlyMemory<{0}>", 1, Referred, ".Span");
    private static readonly RowForm Sequence = new(
        "global::System.Collections.Generic.IEnumerable<{0}>", 0, "The rows. An array, a list or an immutable array is referred to: do not add, remove or relabel rows afterwards. Any other sequence is copied.");

    /// <summary>The forms for members that read the rows and keep nothing of them.</summary>
    public static RowForm[] ForReading { get; } = [new("global::System.ReadOnlySpan<{0}>", 2, ""), Memory, Sequence];

    /// <summary>The forms for members whose result refers to the rows.</summary>
    public static RowForm[] ForKeeping { get; } = [Array, Memory, new("global::System.ReadOnlySpan<{0}>", 0, "The rows. They are copied."), Sequence];

    public string WhatIsKept => whatIsKept;

    public string AsArgument => asArgument;

    public string TypeOf(string rowType) => string.Format(CultureInfo.InvariantCulture, typeFormat, rowType);

    public void WritePriority(SourceWriter writer)
    {
        if (priority > 0)
        {
            writer.Line($"[global::System.Runtime.CompilerServices.OverloadResolutionPriority({CSharpLiteral.Of(priority)})]");
        }
    }
}
