using System;
using System.Collections.Generic;
using System.Linq;
using BalanceGen.Generators.Infrastructure;
using BalanceGen.Generators.Model;

namespace BalanceGen.Generators.Emit.Labels;

/// <summary>Writes what depends on the kind of the label.</summary>
internal abstract class LabelWriter
{
    /// <summary>The method that gives a label's class index once all rules have been applied.</summary>
    public const string Find = nameof(Find);

    /// <summary>The most class names on one line.</summary>
    private const int NamesPerLine = 8;

    /// <summary>Whether the type has values that are no class.</summary>
    public virtual bool HasUnknownLabels => true;

    /// <summary>Whether some rows are left out, rather than being errors.</summary>
    public virtual bool HasIgnoredLabels => false;

    public static LabelWriter Of(LabelModel label) => label switch
    {
        EnumLabelModel model => new EnumLabelWriter(model),
        BooleanLabelModel model => new BooleanLabelWriter(model),
        IntegerLabelModel model => new IntegerLabelWriter(model),
        StringLabelModel model => new StringLabelWriter(model),
        TextLabelModel model => new TextLabelWriter(model),
        ConstantLabelModel model => new ConstantLabelWriter(model),
        VectorLabelModel model => new VectorLabelWriter(model),
        RuledLabelModel model => new RuledLabelWriter(model),
        _ => throw new ArgumentException($"No writer for {label.GetType().Name}.", nameof(label)),
    };

    /// <summary>Writes the property <c>Set</c>.</summary>
    public abstract void WriteClassSet(SourceWriter writer);

    /// <summary>Writes the private method that gives a label's class index or -1.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">The method's name: <c>Find</c>, or another where rules are put on top of it.</param>
    public abstract void WriteFind(SourceWriter writer, string name);

    /// <summary>An expression for a label as text.</summary>
    public abstract string Describe(string label);

    protected static void WriteClassSet(SourceWriter writer, IEnumerable<string> names)
    {
        string[] literals = [.. names.Select(CSharpLiteral.Of)];
        if (literals.Length <= NamesPerLine)
        {
            writer.Line($"public static global::BalanceGen.ClassSet Set {{ get; }} = new([{string.Join(", ", literals)}]);");
            return;
        }

        writer.Line("public static global::BalanceGen.ClassSet Set { get; } = new(");
        writer.Line("[");
        using (writer.Indent())
        {
            for (int first = 0; first < literals.Length; first += NamesPerLine)
            {
                writer.Line(string.Join(", ", literals.Skip(first).Take(NamesPerLine)) + ",");
            }
        }

        writer.Line("]);");
    }

    protected static void WriteFindBySwitch(SourceWriter writer, string name, string parameterType, IEnumerable<string> constants)
    {
        writer.Line("/// <summary>The class index of a label, or -1 if it is none of the classes.</summary>");
        using (writer.Block($"private static int {name}({parameterType} label) => label switch", "};"))
        {
            int classIndex = 0;
            foreach (string constant in constants)
            {
                writer.Line($"{constant} => {CSharpLiteral.Of(classIndex++)},");
            }

            writer.Line("_ => -1,");
        }
    }

    /// <summary>
    /// Writes the mapping of consecutive values. Labels below the first wrap around to large offsets, so one comparison is enough;
    /// <c>unchecked</c> keeps that true where the user's project checks for overflow.
    /// </summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">The method's name.</param>
    /// <param name="count">The number of consecutive values.</param>
    /// <param name="type">The label's type.</param>
    /// <param name="kind">Where the arithmetic takes place.</param>
    /// <param name="first">The value of class 0.</param>
    /// <param name="isEnum">Whether the label must be cast before it can be subtracted from.</param>
    protected static void WriteFindByOffset(
        SourceWriter writer, string name, int count, string type, IntegerKind kind, decimal first, bool isEnum)
    {
        (string signed, string unsigned, string suffix) = kind switch
        {
            IntegerKind.Int32 => ("int", "uint", ""),
            IntegerKind.UInt32 => ("uint", "uint", "U"),
            IntegerKind.Int64 => ("long", "ulong", "L"),
            _ => ("ulong", "ulong", "UL"),
        };
        string value = isEnum && first != 0 ? $"({signed})label" : "label";
        string literal = CSharpLiteral.OfWhole(first) + suffix;
        string difference = first switch
        {
            0 => value,
            < 0 => $"({value} - ({literal}))",
            _ => $"({value} - {literal})",
        };

        writer.Line("/// <summary>The class index of a label, or -1 if it is none of the classes.</summary>");
        using (writer.Block($"private static int {name}({type} label)"))
        {
            writer.Line($"""
                {unsigned} offset = unchecked(({unsigned}){difference});
                return offset < {(name == Find ? "Count" : CSharpLiteral.Of(count))} ? (int)offset : -1;
                """);
        }
    }
}
