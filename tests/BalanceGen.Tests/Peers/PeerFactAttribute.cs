namespace BalanceGen.Tests.Peers;

/// <summary>A comparison with a peer; skipped, visibly, where the system's python3 lacks the package.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute(string module, bool needsRealData = false)
    {
        if (!PythonPeer.Has(module))
        {
            Skip = $"The system's python3 has no {module}.";
        }
        else if (needsRealData && Repository.SharedData is null)
        {
            Skip = "The real data sets (../shared/data) are not on this machine.";
        }
    }
}
