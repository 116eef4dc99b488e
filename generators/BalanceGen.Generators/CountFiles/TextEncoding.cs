using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.CountFiles;

/// <summary>How the compiler has decoded a file.</summary>
internal static class TextEncoding
{
    private const int Utf8CodePage = 65001;
    private const int Utf16CodePage = 1200;
    private const int BigEndianUtf16CodePage = 1201;

    /// <summary>
    /// Whether the characters are those of the file. The compiler decodes what is not UTF-8 with a code page of one byte a character, and so without a
    /// replacement character; only the encoding tells. UTF-16 is recognised by its byte order mark alone and so is certain.
    /// </summary>
    public static bool IsUnicode(SourceText text) =>
        text.Encoding is null || text.Encoding.CodePage is Utf8CodePage or Utf16CodePage or BigEndianUtf16CodePage;
}
