using Microsoft.Build.Framework;

namespace BalanceGen.Counting.Tasks;

/// <summary>A task about the labelled files of one record.</summary>
public abstract class CountingTask : ITask
{
    /// <summary>The build that runs the task. Set by MSBuild.</summary>
    public IBuildEngine? BuildEngine { get; set; }

    /// <summary>An object of the host. Set by MSBuild, and not used.</summary>
    public ITaskHost? HostObject { get; set; }

    /// <summary>The path of the counting request.</summary>
    [Required]
    public string Request { get; set; } = "";

    /// <summary>The path of the class counts.</summary>
    [Required]
    public string Counts { get; set; } = "";

    /// <inheritdoc/>
    public abstract bool Execute();
}
