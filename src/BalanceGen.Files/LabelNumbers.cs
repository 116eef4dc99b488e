using System.Runtime.InteropServices;

namespace BalanceGen.Files;

/// <summary>Gives each different label of a file a number. Only a new label allocates.</summary>
internal sealed class LabelNumbers
{
    private readonly List<string> _labels = [];
    private readonly Dictionary<string, int> _ofTexts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ofCharacters;
    private readonly Dictionary<long, int> _ofIntegers = [];

    public LabelNumbers() => _ofCharacters = _ofTexts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The texts, indexed by number.</summary>
    public IReadOnlyList<string> Labels => _labels;

    /// <summary>The number of a text.</summary>
    public int Of(ReadOnlySpan<char> text)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_ofCharacters, text, out bool exists);
        return exists ? number : number = Add(text.ToString());
    }

    /// <summary>The number of a text in UTF-8.</summary>
    public int Of(ReadOnlySpan<byte> utf8)
    {
        const int Short = 256;
        if (utf8.Length > Short)
        {
            return Of(Encoding.UTF8.GetString(utf8));
        }

        Span<char> characters = stackalloc char[Short];
        return Of(characters[..Encoding.UTF8.GetChars(utf8, characters)]);
    }

    /// <summary>The number of an integer.</summary>
    public int Of(long value)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_ofIntegers, value, out bool exists);
        return exists ? number : number = Of(value.ToString(CultureInfo.InvariantCulture));
    }

    private int Add(string text)
    {
        if (_labels.Count == ILabelSink.MaximumLabels)
        {
            throw new InvalidDataException($"more than {ILabelSink.MaximumLabels} different labels; is this column the label?");
        }

        _labels.Add(text);
        return _labels.Count - 1;
    }
}
