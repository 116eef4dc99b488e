namespace BalanceGen.Generators.Model;

/// <summary>What happens to a row without a label; the values are those of the runtime library's enum of this name.</summary>
internal enum MissingLabelPolicy
{
    Throw,
    Ignore,
}
