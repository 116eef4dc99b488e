using Microsoft.Build.Framework;

namespace BalanceGen.Counting.Tasks;

/// <summary>
/// Writes which files to count into which file, as the counter reads it. A task of our own because MSBuild's turns every backslash of a line into a slash
/// on some systems, and splits lines at semicolons: a pattern has both.
/// </summary>
public sealed class WriteCountingRequest : CountingTask
{
    private static readonly string[] Metadata = ["LabelColumn", "Delimiter", "HasHeader", "Quoting", "LabelSeparator", "Format", "Pattern"];

    /// <summary>The labelled files of one record, with their metadata.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Writes the request, unless it is there already.</summary>
    /// <returns>Whether it could be written.</returns>
    public override bool Execute()
    {
        var text = new StringBuilder();
        AppendLine(text, "output", Counts);
        foreach (ITaskItem file in Files)
        {
            AppendLine(text, "file", file.GetMetadata("FullPath"));
            foreach (string name in Metadata)
            {
                AppendLine(text, char.ToLowerInvariant(name[0]) + name.Substring(1), file.GetMetadata(name));
            }
        }

        try
        {
            string request = text.ToString();
            if (!File.Exists(Request) || File.ReadAllText(Request) != request)
            {
                File.WriteAllText(Request, request);
            }

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            BuildEngine?.LogErrorEvent(new BuildErrorEventArgs(
                "", "BALG0308", Request, 0, 0, 0, 0, $"the request to count labels cannot be written: {exception.Message.TrimEnd('.')}; make this file and its folder writable", "", "BalanceGen"));
            return false;
        }
    }

    // A line end would begin another key.
    private static void AppendLine(StringBuilder text, string key, string value) =>
        text.Append(key).Append('=').Append(value.Replace("\r", "").Replace("\n", "")).Append('\n');
}
