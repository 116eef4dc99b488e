using System.Linq;
using BalanceGen.Generators.Infrastructure;
using BalanceGen.Generators.Model;

namespace BalanceGen.Generators.Emit.Labels;

/// <summary>Text labels: a switch over characters, or the library's lookup where a switch cannot compare as declared or would have too many labels.</summary>
internal sealed class TextLabelWriter : LabelWriter
{
    private readonly TextLabelModel _label;

    public TextLabelWriter(TextLabelModel label) => _label = label;

    public override void WriteClassSet(SourceWriter writer) => WriteClassSet(writer, _label.Names);

    public override void WriteFind(SourceWriter writer, string name)
    {
        if (_label is { Form: TextForm.Characters, Comparison: LabelComparison.Ordinal, Names.Count: <= MostInSwitch })
        {
            WriteFindBySwitch(writer, name, _label.Type, _label.Names.Select(CSharpLiteral.Of));
        }
        else
        {
            WriteLookup(writer, name, _label);
        }
    }

    public override string Describe(string label) => _label.Form switch
    {
        TextForm.String => $"{label} ?? \"(null)\"",
        TextForm.Characters => $"new string({label})",
        _ => $"global::System.Text.Encoding.UTF8.GetString({label})",
    };

    /// <summary>Writes a lookup of the library. Without rules on top of them the labels are the class names.</summary>
    public static void WriteLookup(SourceWriter writer, string name, TextLabelModel label)
    {
        const string Found = "Lookup.IndexOf(label)";
        if (label.Form == TextForm.String)
        {
            WriteFindByLookup(writer, name, "string?", $"label is null ? -1 : {Found}");
        }
        else
        {
            WriteFindByLookup(writer, name, label.Type, Found);
        }

        writer.Line("/// <summary>The labels with their comparison.</summary>");
        string declaration = $"private static readonly global::BalanceGen.LabelLookup Lookup = new({Comparison(label.Comparison)}, ";
        if (name == Find)
        {
            writer.Line($"{declaration}Set.Names);");
        }
        else
        {
            WriteArguments(writer, declaration, "string", [.. label.Names.Select(CSharpLiteral.Of)]);
        }
    }

    private static string Comparison(LabelComparison comparison)
    {
        const string Type = "global::BalanceGen.LabelComparison";
        return comparison switch
        {
            LabelComparison.IgnoreCase => $"{Type}.IgnoreCase",
            LabelComparison.Trim => $"{Type}.Trim",
            LabelComparison.IgnoreCase | LabelComparison.Trim => $"{Type}.IgnoreCase | {Type}.Trim",
            _ => $"{Type}.Ordinal",
        };
    }
}
