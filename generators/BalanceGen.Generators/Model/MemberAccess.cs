namespace BalanceGen.Generators.Model;

/// <summary>The accessibility of a generated member.</summary>
internal enum MemberAccess
{
    Public,
    Internal,
    Private,
}
