using System.Diagnostics;
using System.Globalization;

namespace BalanceGen.Mpi.Tests;

/// <summary>Finds the processes of a job's ranks, to kill them.</summary>
internal static class RankProcesses
{
    /// <summary>Processes whose command line names a file of the job, and that are not the launcher.</summary>
    public static List<Process> Of(string file)
    {
        var ranks = new List<Process>();
        foreach (string path in Directory.GetDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out _)))
        {
            try
            {
                string[] words = File.ReadAllText(Path.Combine(path, "cmdline")).Split('\0');
                if (words.Contains(file) && words.Length > 1 && words[1] == "exec")
                {
                    ranks.Add(Process.GetProcessById(int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture)));
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
            {
                // It has ended meanwhile.
            }
        }

        return ranks;
    }
}
