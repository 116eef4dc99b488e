namespace BalanceGen.Generators.Emit.Labels;

/// <summary>
/// Writes the library's lookup for text labels. A switch of the compiler branches by length and characters, and a processor cannot predict that for rows in random order.
/// </summary>
internal sealed class TextLabelWriter(TextLabelModel model) : LabelWriter
{
    public override void WriteClassSet(SourceWriter writer) => WriteClassSet(writer, model.Names);

    public override void WriteFind(SourceWriter writer, string name)
    {
        // The type says non-null, but rows that were read from a file may still hold null, which is an unknown label like any other.
        WriteFindByLookup(writer, name, model.Form == TextForm.String ? "string?" : model.Type);
        writer.Line("/// <summary>The labels with their comparison.</summary>");
        string declaration = $"private static readonly global::BalanceGen.CompilerServices.LabelLookup Lookup = new({Comparison(model.Comparison)}, ";

        // If there are no rules for missing, ignored or merged labels, the labels are the class names.
        if (name == Find)
        {
            writer.Line($"{declaration}Set.Names);");
        }
        else
        {
            WriteArguments(writer, declaration, "string", [.. model.Names.Select(CSharpLiteral.Of)]);
        }
    }

    public override string Describe(string label) => model.Form switch
    {
        TextForm.String => $"{label} ?? \"(null)\"",
        TextForm.Characters => $"new string({label})",
        _ => $"global::System.Text.Encoding.UTF8.GetString({label})",
    };

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
