namespace BalanceGen.Generators.Emit.Labels;

/// <summary>Writes what depends on the kind of the label.</summary>
internal abstract class LabelWriter
{
    /// <summary>The method that gives a label's class index once all rules have been applied.</summary>
    public const string Find = nameof(Find);

    /// <summary>
    /// The most labels that a switch finds. The compiler takes time for a switch in proportion to the square of its labels: a fraction of a second for
    /// these, more than a minute for eight thousand strings.
    /// </summary>
    protected const int MostInSwitch = 256;

    /// <summary>The most class names or labels on one line.</summary>
    private const int ConstantsPerLine = 8;

    /// <summary>Whether the type has values that are not classes.</summary>
    public virtual bool HasUnknownLabels => true;

    /// <summary>Whether some rows are left out instead of being errors.</summary>
    public virtual bool HasIgnoredLabels => false;

    public static LabelWriter Of(LabelModel label) => label switch
    {
        EnumLabelModel model => new EnumLabelWriter(model),
        BooleanLabelModel model => new BooleanLabelWriter(model),
        IntegerLabelModel model => new IntegerLabelWriter(model),
        TextLabelModel model => new TextLabelWriter(model),
        ConstantLabelModel model => new ConstantLabelWriter(model),
        UnknownClassesModel model => new UnknownClassesWriter(model),
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

    /// <summary>Writes the class set: a list of names, or one constant with all of them where they are many, which costs compiler and program less.</summary>
    protected static void WriteClassSet(SourceWriter writer, IEnumerable<string> names)
    {
        const string Declaration = "public static global::BalanceGen.ClassSet Set { get; } =";
        string[] all = [.. names];
        if (all.Length > MostInSwitch && NameTable.Of(all) is { } table)
        {
            writer.Line($"{Declaration} global::BalanceGen.CompilerServices.NameTable.ToClassSet({table});");
        }
        else
        {
            WriteArguments(writer, $"{Declaration} new(", "string", [.. all.Select(CSharpLiteral.Of)]);
        }
    }

    /// <summary>Writes a declaration that ends with a list of constants as its last argument.</summary>
    protected static void WriteArguments(SourceWriter writer, string declaration, string type, IReadOnlyList<string> constants)
    {
        if (constants.Count <= ConstantsPerLine)
        {
            writer.Line($"{declaration}[{string.Join(", ", constants)}]);");
            return;
        }

        // The compiler puts a list of strings or decimals on the stack. A long list would take too much of it.
        bool isArray = constants.Count > MostInSwitch;
        writer.Line(isArray ? $"{declaration}new {type}[]" : declaration.TrimEnd());
        writer.Line(isArray ? "{" : "[");
        writer.Items(constants, ConstantsPerLine);
        writer.Line(isArray ? "});" : "]);");
    }

    /// <summary>Writes a switch over constants, or a lookup of the library where they are too many for one.</summary>
    protected static void WriteFindByConstants(SourceWriter writer, string name, string parameterType, IReadOnlyList<string> constants)
    {
        if (constants.Count <= MostInSwitch)
        {
            WriteFindBySwitch(writer, name, parameterType, constants);
            return;
        }

        WriteFindByLookup(writer, name, parameterType);
        writer.Line("/// <summary>The labels, which are too many for a switch.</summary>");
        WriteArguments(writer, $"private static readonly global::BalanceGen.CompilerServices.ConstantLookup<{parameterType}> Lookup = new(", parameterType, constants);
    }

    /// <summary>Writes the method of labels that a lookup finds; the field <c>Lookup</c> must follow.</summary>
    protected static void WriteFindByLookup(SourceWriter writer, string name, string parameterType) => writer.Line($"""
        /// <summary>The class index of a label, or -1 if it is none of the classes.</summary>
        private static int {name}({parameterType} label) => Lookup.IndexOf(label);

        """);

    private static void WriteFindBySwitch(SourceWriter writer, string name, string parameterType, IEnumerable<string> constants)
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
    /// <c>unchecked</c> keeps that true where the user's project checks for overflow. The error stands first: the JIT lets the last
    /// branch of a conditional expression fall through, and a loop that jumps at every label is half as fast.
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
                return offset >= {(name == Find ? "Count" : CSharpLiteral.Of(count))} ? -1 : (int)offset;
                """);
        }
    }
}
