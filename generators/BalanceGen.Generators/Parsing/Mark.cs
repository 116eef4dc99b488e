namespace BalanceGen.Generators.Parsing;

/// <summary>What an attribute of the library says about a member.</summary>
internal enum Mark
{
    /// <summary>[ClassLabel]: the member holds the label.</summary>
    Label,

    /// <summary>[SampleWeight]: the member holds the row's own weight.</summary>
    Weight,

    /// <summary>[Group]: rows with equal values belong together.</summary>
    Group,
}
