using System.Buffers.Binary;
using System.Text.RegularExpressions;

namespace BalanceGen.Tool.Inputs;

/// <summary>NumPy arrays of labels (.npy, format 1 to 3): one dimension of integers, booleans, text, or floating-point numbers that are whole.</summary>
internal static partial class NumpyReader
{
    /// <summary>Reads the files into a table with the column "label" and returns its name.</summary>
    public static string Load(IReadOnlyList<string> files, Database database)
    {
        string name = database.NewTableName("numpy");
        using var table = new TemporaryTable(database, name, ["label"]);
        foreach (string file in files)
        {
            using var stream = new BufferedStream(File.OpenRead(file), 1 << 16);
            try
            {
                Load(stream, file, table);
            }
            catch (EndOfStreamException error)
            {
                throw new InputException("the array ends before its last element", file, advice: "save it again with numpy.save", inner: error);
            }
        }

        return name;
    }

    private static void Load(BufferedStream stream, string file, TemporaryTable table)
    {
        Span<byte> start = stackalloc byte[10];
        stream.ReadExactly(start);
        int length = BinaryPrimitives.ReadUInt16LittleEndian(start[8..]);
        if (start[6] > 1)
        {
            Span<byte> rest = stackalloc byte[2];
            stream.ReadExactly(rest);
            length |= BinaryPrimitives.ReadUInt16LittleEndian(rest) << 16;
        }

        if (length is < 0 or > 1 << 20)
        {
            throw Unreadable(file, "its header has no sensible length");
        }

        var header = new byte[length];
        stream.ReadExactly(header);
        string text = Encoding.UTF8.GetString(header);
        Match type = TypePattern().Match(text);
        Match shape = ShapePattern().Match(text);
        if (!type.Success || !shape.Success)
        {
            throw Unreadable(file, $"the header '{text.Trim()}' has no plain type and shape");
        }

        string[] sizes = shape.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (sizes.Length != 1 || !long.TryParse(sizes[0], NumberStyles.None, CultureInfo.InvariantCulture, out long count))
        {
            throw Unreadable(file, $"labels are one dimension, and its shape is ({shape.Groups[1].Value})");
        }

        char kind = type.Groups[2].Value[0];
        if (!int.TryParse(type.Groups[3].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int size) || size is < 1 or > 1 << 16)
        {
            throw Unreadable(file, $"the type '{type.Value}' has no sensible size");
        }

        bool isBig = type.Groups[1].Value == ">";
        var element = new byte[kind == 'U' ? 4 * size : size];
        for (long row = 0; row < count; row++)
        {
            stream.ReadExactly(element);
            table.Add(Text(element, kind, isBig, file, row));
        }
    }

    private static string? Text(byte[] element, char kind, bool isBig, string file, long row)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (isBig && kind is not ('b' or 'S' or 'U'))
        {
            Array.Reverse(element);
        }

        return (kind, element.Length) switch
        {
            ('b', _) => element[0] == 0 ? "False" : "True",
            ('S', _) => Empty(Encoding.UTF8.GetString(element).TrimEnd('\0')),
            ('U', _) => Empty((isBig ? new UTF32Encoding(bigEndian: true, byteOrderMark: false) : Encoding.UTF32).GetString(element).TrimEnd('\0')),
            ('i', 1) => ((sbyte)element[0]).ToString(culture),
            ('u', 1) => element[0].ToString(culture),
            ('i', 2) => BinaryPrimitives.ReadInt16LittleEndian(element).ToString(culture),
            ('u', 2) => BinaryPrimitives.ReadUInt16LittleEndian(element).ToString(culture),
            ('i', 4) => BinaryPrimitives.ReadInt32LittleEndian(element).ToString(culture),
            ('u', 4) => BinaryPrimitives.ReadUInt32LittleEndian(element).ToString(culture),
            ('i', 8) => BinaryPrimitives.ReadInt64LittleEndian(element).ToString(culture),
            ('u', 8) => BinaryPrimitives.ReadUInt64LittleEndian(element).ToString(culture),
            ('f', 4) => Whole(BinaryPrimitives.ReadSingleLittleEndian(element), file, row),
            ('f', 8) => Whole(BinaryPrimitives.ReadDoubleLittleEndian(element), file, row),
            _ => throw Unreadable(file, $"elements of the kind '{kind}' with {element.Length} bytes are no labels"),
        };
    }

    private static string? Empty(string text) => text.Length == 0 ? null : text;

    /// <summary>NaN is a missing label, as pandas has it.</summary>
    private static string? Whole(double number, string file, long row) =>
        double.IsNaN(number) ? null
        : double.IsInteger(number) ? number.ToString("F0", CultureInfo.InvariantCulture)
        : throw Unreadable(file, string.Create(CultureInfo.InvariantCulture, $"row {row} is {number}, which is no class"));

    private static InputException Unreadable(string file, string why) => new($"this array holds no labels: {why}", file, advice: "save one label a row, as integers or text");

    [GeneratedRegex(@"'descr'\s*:\s*'([<>|=]?)([a-zA-Z])(\d+)'")]
    private static partial Regex TypePattern();

    [GeneratedRegex(@"'shape'\s*:\s*\(([^)]*)\)")]
    private static partial Regex ShapePattern();
}
