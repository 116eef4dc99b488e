using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.CountFiles;

/// <content>Files as the compiler hands them over. The other parts know nothing of the compiler: the runtime library reads count files with them.</content>
internal static partial class ClassCountFileParser
{
    private const int Utf8CodePage = 65001;
    private const int Utf16CodePage = 1200;
    private const int BigEndianUtf16CodePage = 1201;

    public static ClassCountFile Parse(SourceText text, CancellationToken cancellation = default)
    {
        // The compiler decodes what is not UTF-8 with a code page of one byte a character, and so without a replacement
        // character; only the encoding tells. UTF-16 is recognised by its byte order mark alone and so is certain.
        bool isUnicode = text.Encoding is null
            || text.Encoding.CodePage is Utf8CodePage or Utf16CodePage or BigEndianUtf16CodePage;
        return isUnicode
            ? Parse(text.ToString(), cancellation)
            : NotText(1, 1, text.Encoding!.WebName);
    }
}
