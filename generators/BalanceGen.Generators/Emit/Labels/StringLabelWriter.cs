using System.Linq;
using BalanceGen.Generators.Infrastructure;
using BalanceGen.Generators.Model;

namespace BalanceGen.Generators.Emit.Labels;

/// <summary>String labels: a switch, which compares ordinally and allocates nothing.</summary>
internal sealed class StringLabelWriter : LabelWriter
{
    private readonly StringLabelModel _label;

    public StringLabelWriter(StringLabelModel label) => _label = label;

    public override void WriteClassSet(SourceWriter writer) => WriteClassSet(writer, _label.Names);

    // The type says non-null, but rows that were read from a file may still hold null, which is an unknown label like any other.
    public override void WriteFind(SourceWriter writer, string name) =>
        WriteFindBySwitch(writer, name, "string?", _label.Names.Select(CSharpLiteral.Of));

    public override string Describe(string label) => $"{label} ?? \"(null)\"";
}
