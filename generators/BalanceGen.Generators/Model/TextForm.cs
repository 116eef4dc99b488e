namespace BalanceGen.Generators.Model;

/// <summary>What holds the characters of a text label.</summary>
internal enum TextForm
{
    String,

    /// <summary>A span of characters, however the member stores them.</summary>
    Characters,

    /// <summary>A span of UTF-8 bytes, however the member stores them.</summary>
    Utf8,
}
