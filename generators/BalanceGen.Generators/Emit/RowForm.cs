namespace BalanceGen.Generators.Emit;

/// <summary>A form in which emitted members take rows. Every such member takes all forms, so that no caller has to convert.</summary>
/// <remarks>
/// Several forms are possible for a collection expression, an array or an array segment; the one of the highest priority wins. The forms without a priority
/// are never possible together.
/// </remarks>
internal sealed class RowForm
{
    private const string Referred = "The rows. They are referred to, not copied: do not add, remove or relabel rows afterwards.";

    private static readonly RowForm Array = new("{0}[]", 2, Referred);
    private static readonly RowForm Memory = new("global::System.ReadOnlyMemory<{0}>", 1, Referred, ".Span");
    private static readonly RowForm Sequence = new(
        "global::System.Collections.Generic.IEnumerable<{0}>", 0, "The rows. An array, a list or an immutable array is referred to: do not add, remove or relabel rows afterwards. Any other sequence is copied.");

    private readonly string _typeFormat;
    private readonly int _priority;

    private RowForm(string typeFormat, int priority, string whatIsKept, string asArgument = "")
    {
        _typeFormat = typeFormat;
        _priority = priority;
        WhatIsKept = whatIsKept;
        AsArgument = asArgument;
    }

    /// <summary>The forms for members that read the rows and keep nothing of them.</summary>
    public static RowForm[] ForReading { get; } = [new("global::System.ReadOnlySpan<{0}>", 2, ""), Memory, Sequence];

    /// <summary>The forms for members whose result refers to the rows.</summary>
    public static RowForm[] ForKeeping { get; } = [Array, Memory, new("global::System.ReadOnlySpan<{0}>", 0, "The rows. They are copied."), Sequence];

    /// <summary>The documentation of the parameter where the result refers to the rows.</summary>
    public string WhatIsKept { get; }

    /// <summary>The text after the parameter's name if a span or a sequence is wanted.</summary>
    public string AsArgument { get; }

    public string TypeOf(string rowType) => string.Format(CultureInfo.InvariantCulture, _typeFormat, rowType);

    public void WritePriority(SourceWriter writer)
    {
        if (_priority > 0)
        {
            writer.Line($"[global::System.Runtime.CompilerServices.OverloadResolutionPriority({CSharpLiteral.Of(_priority)})]");
        }
    }
}
