using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.CountFiles;

/// <content>Files as the compiler hands them over. The other parts know nothing of the compiler: the runtime library reads count files with them.</content>
internal static partial class ClassCountFileParser
{
    public static ClassCountFile Parse(SourceText text, CancellationToken cancellation = default) =>
        TextEncoding.IsUnicode(text) ? Parse(text.ToString(), cancellation) : NotText(1, 1, text.Encoding!.WebName);
}
