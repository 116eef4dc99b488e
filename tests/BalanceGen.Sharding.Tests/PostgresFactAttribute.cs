namespace BalanceGen.Sharding.Tests;

/// <summary>A fact that needs PostgreSQL; skipped, visibly, where it is not installed.</summary>
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresFixture.Programs() is null ? "PostgreSQL is not installed" : null;
}
