namespace BalanceGen.Generators.Model;

/// <summary>How a member holds its class or classes; the values are those of the runtime library's enum of this name.</summary>
internal enum LabelEncoding
{
    ByType,
    OneHot,
    Scores,
    MultiHot,
    Set,
    Utf8,
}
