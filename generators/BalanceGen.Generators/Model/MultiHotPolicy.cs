namespace BalanceGen.Generators.Model;

/// <summary>What happens to a row with several classes where one is expected; the values are those of the runtime library's enum of this name.</summary>
internal enum MultiHotPolicy
{
    Throw,
    Ignore,
    First,
}
