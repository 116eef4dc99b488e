using System.Linq;
using BalanceGen.Generators.Infrastructure;
using BalanceGen.Generators.Model;

namespace BalanceGen.Generators.Emit.Labels;

/// <summary>String labels: a switch, which compares ordinally and allocates nothing, or the library's lookup where they are too many for one.</summary>
internal sealed class StringLabelWriter : LabelWriter
{
    private readonly StringLabelModel _label;

    public StringLabelWriter(StringLabelModel label) => _label = label;

    public override void WriteClassSet(SourceWriter writer) => WriteClassSet(writer, _label.Names);

    // The type says non-null, but rows that were read from a file may still hold null, which is an unknown label like any other.
    public override void WriteFind(SourceWriter writer, string name)
    {
        if (_label.Names.Count <= MostInSwitch)
        {
            WriteFindBySwitch(writer, name, "string?", _label.Names.Select(CSharpLiteral.Of));
        }
        else
        {
            TextLabelWriter.WriteLookup(writer, name, new TextLabelModel(_label.Type, TextForm.String, LabelComparison.Ordinal, _label.Names));
        }
    }

    public override string Describe(string label) => $"{label} ?? \"(null)\"";
}
