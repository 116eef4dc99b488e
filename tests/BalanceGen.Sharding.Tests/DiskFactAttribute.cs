namespace BalanceGen.Sharding.Tests;

/// <summary>A fact that mounts a disk of its own; skipped, visibly, where that is not allowed.</summary>
internal sealed class DiskFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> MayMount = new(() =>
    {
        string folder = Directory.CreateTempSubdirectory("balancegen-").FullName;
        using SmallDisk? disk = SmallDisk.TryMount(folder, 64);
        return disk is not null;
    });

    public DiskFactAttribute() => Skip = MayMount.Value ? null : "mounting a disk needs rights that this user does not have";
}
