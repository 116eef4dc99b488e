using System.Linq;
using BalanceGen.Generators.Infrastructure;
using BalanceGen.Generators.Model;

namespace BalanceGen.Generators.Emit.Labels;

/// <summary>Text labels: a switch over characters, or the library's lookup where a switch cannot compare as declared.</summary>
internal sealed class TextLabelWriter : LabelWriter
{
    private readonly TextLabelModel _label;

    public TextLabelWriter(TextLabelModel label) => _label = label;

    public override void WriteClassSet(SourceWriter writer) => WriteClassSet(writer, _label.Names);

    public override void WriteFind(SourceWriter writer, string name)
    {
        if (_label is { Form: TextForm.Characters, Comparison: LabelComparison.Ordinal })
        {
            WriteFindBySwitch(writer, name, _label.Type, _label.Names.Select(CSharpLiteral.Of));
            return;
        }

        string type = _label.Form == TextForm.String ? "string?" : _label.Type;
        string found = "Lookup.IndexOf(label)";
        writer.Line($"""
            /// <summary>The class index of a label, or -1 if it is none of the classes.</summary>
            private static int {name}({type} label) => {(_label.Form == TextForm.String ? $"label is null ? -1 : {found}" : found)};

            /// <summary>The labels with their comparison.</summary>
            private static readonly global::BalanceGen.LabelLookup Lookup = new(
            """);
        using (writer.Indent())
        {
            writer.Line($"{Comparison()}, [{string.Join(", ", _label.Names.Select(CSharpLiteral.Of))}]);");
        }
    }

    public override string Describe(string label) => _label.Form switch
    {
        TextForm.String => $"{label} ?? \"(null)\"",
        TextForm.Characters => $"new string({label})",
        _ => $"global::System.Text.Encoding.UTF8.GetString({label})",
    };

    private string Comparison()
    {
        const string Type = "global::BalanceGen.LabelComparison";
        return _label.Comparison switch
        {
            LabelComparison.IgnoreCase => $"{Type}.IgnoreCase",
            LabelComparison.Trim => $"{Type}.Trim",
            LabelComparison.IgnoreCase | LabelComparison.Trim => $"{Type}.IgnoreCase | {Type}.Trim",
            _ => $"{Type}.Ordinal",
        };
    }
}
