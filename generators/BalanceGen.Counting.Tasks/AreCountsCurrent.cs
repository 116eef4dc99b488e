using BalanceGen.Counting.Stamps;
using Microsoft.Build.Framework;

namespace BalanceGen.Counting.Tasks;

/// <summary>
/// Tells a build whether the counts of labelled files are those of the files as they are now. It runs inside MSBuild: a build in which nothing changed
/// starts no process. It never fails; what cannot be looked at is counted again, and the counter says what is wrong.
/// </summary>
public sealed class AreCountsCurrent : CountingTask
{
    /// <summary>The path of the counter.</summary>
    [Required]
    public string Tool { get; set; } = "";

    /// <summary>Whether counting again would count the same.</summary>
    [Output]
    public bool IsCurrent { get; private set; }

    /// <summary>Compares what was read with what is there. O(files + bytes of the counts); no labelled file is read.</summary>
    /// <returns>Always true.</returns>
    public override bool Execute()
    {
        IsCurrent = CountingRecord.IsCurrent(Request, Counts, Tool);
        return true;
    }
}
