using System.Diagnostics;
using BalanceGen.Counting.Stamps;

namespace BalanceGen.Counting.Tests;

/// <summary>Counts are believed exactly as long as the files are those that were counted, whatever their time stamps say.</summary>
public sealed class CountingRecordTests : IDisposable
{
    private static readonly DateTime Old = new(2020, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("balancegen-stamps-");

    public CountingRecordTests()
    {
        WriteOld(Data, "y\na\na\nb\n");
        File.WriteAllText(Request, $"output={Counts}\nfile={Data}\nlabelColumn=y\n");
    }

    private static string Tool => typeof(CountingRun).Assembly.Location;

    private string Data => Path.Combine(_folder.FullName, "train.csv");

    private string Other => Path.Combine(_folder.FullName, "other.csv");

    private string Request => Path.Combine(_folder.FullName, "out.classcounts.request");

    private string Counts => Path.Combine(_folder.FullName, "out.classcounts.csv");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Counts_of_unchanged_files_stay()
    {
        CountSettled();

        Assert.True(IsCurrent());
        Assert.True(IsCurrent());
    }

    [Fact]
    public void Counts_without_their_record_or_places_are_not_believed()
    {
        foreach (string part in new[] { Counts, Counts + ".counted", Path.Combine(_folder.FullName, "out.classcounts.places") })
        {
            CountSettled();
            File.Delete(part);
            Assert.False(IsCurrent(), part);
        }
    }

    [Fact]
    public void Counts_that_were_written_by_another_hand_are_not_believed()
    {
        CountSettled();
        File.WriteAllText(Counts, "label,count\na,1\n");

        Assert.False(IsCurrent());
    }

    [Fact]
    public void Other_options_and_files_that_go_count_again()
    {
        CountSettled();
        File.AppendAllText(Request, "hasHeader=true\n");
        Assert.False(IsCurrent());

        CountSettled();
        File.Delete(Data);
        Assert.False(IsCurrent());
    }

    /// <summary>Each keeps the length, and most keep the time of the last write or set it back.</summary>
    [Theory]
    [InlineData("same time")]
    [InlineData("older time")]
    [InlineData("written in place, time set back")]
    [InlineData("moved over")]
    [InlineData("clock far ahead")]
    public void Replaced_file_counts_again(string how)
    {
        CountSettled();
        WriteOld(Other, "y\nb\nb\na\n");
        switch (how)
        {
            case "same time":
                File.Copy(Other, Data, overwrite: true);
                File.SetLastWriteTimeUtc(Data, Old);
                break;
            case "older time":
                File.Copy(Other, Data, overwrite: true);
                File.SetLastWriteTimeUtc(Data, Old.AddYears(-1));
                break;
            case "written in place, time set back":
                using (FileStream stream = File.OpenWrite(Data))
                {
                    stream.Write(File.ReadAllBytes(Other));
                }

                File.SetLastWriteTimeUtc(Data, Old);
                break;
            case "moved over":
                File.Move(Other, Data, overwrite: true);
                break;
            default:
                File.Copy(Other, Data, overwrite: true);
                File.SetLastWriteTimeUtc(Data, Old.AddYears(80));
                break;
        }

        Assert.False(IsCurrent());
        CountSettled();
        Assert.Equal("label,count\na,1\nb,2\n", File.ReadAllText(Counts));
        Assert.True(IsCurrent());
    }

    /// <summary>The tools that people use, and that keep or restore times.</summary>
    [Theory]
    [InlineData("cp -p other.csv train.csv")]
    [InlineData("mv other.csv train.csv")]
    [InlineData("mkdir in && cp -p other.csv in/train.csv && tar -C in -cf in.tar train.csv && tar -xpf in.tar")]
    [InlineData("ln -sf other.csv train.csv")]
    [InlineData("mkdir back && cp -a train.csv back/ && rm train.csv && cp -a back/train.csv train.csv")]
    public void File_that_a_tool_replaces_counts_again(string command)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        CountSettled();
        WriteOld(Other, "y\nb\nb\na\n");
        Shell(command);

        Assert.Equal(Old, File.GetLastWriteTimeUtc(File.ResolveLinkTarget(Data, true)?.FullName ?? Data));
        Assert.False(IsCurrent());
    }

    [Fact]
    public void Link_counts_again_when_its_target_changes_or_it_leads_elsewhere()
    {
        string link = Path.Combine(_folder.FullName, "link.csv");
        File.CreateSymbolicLink(link, Data);
        File.WriteAllText(Request, $"output={Counts}\nfile={link}\nlabelColumn=y\n");
        CountSettled();
        Assert.True(IsCurrent());

        WriteOld(Data, "y\nb\nb\na\n");
        Assert.False(IsCurrent());

        CountSettled();
        WriteOld(Other, "y\na\na\na\n");
        File.Delete(link);
        File.CreateSymbolicLink(link, Other);
        Assert.False(IsCurrent());
    }

    [Fact]
    public void File_that_is_replaced_while_it_is_counted_is_counted_anew()
    {
        Thread.Sleep(200);
        int reads = 0;

        bool succeeded = Count(_ =>
        {
            if (++reads == 1)
            {
                WriteOld(Other, "y\nb\nb\nb\n");
                File.Move(Other, Data, overwrite: true);
            }
        });

        Assert.True(succeeded);
        Assert.Equal(2, reads);
        Assert.Equal("label,count\nb,3\n", File.ReadAllText(Counts));
    }

    [Fact]
    public void First_file_that_changes_while_the_second_is_counted_counts_again_in_the_next_build()
    {
        WriteOld(Other, "y\nc\n");
        File.AppendAllText(Request, $"file={Other}\nlabelColumn=y\n");
        Thread.Sleep(200);

        Assert.True(Count(file =>
        {
            if (file.Path == Other)
            {
                WriteOld(Data, "y\nb\nb\nb\n");
            }
        }));

        Assert.False(IsCurrent());
    }

    [Fact]
    public void File_that_changes_all_the_time_is_an_error()
    {
        using var errors = new StringWriter();

        Assert.False(CountingRun.Run(Request, errors, counted: _ => File.AppendAllText(Data, "a\n")));
        Assert.Contains($"{Data} : error BALG0301: the file changes while it is counted", errors.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Counts));
    }

    /// <summary>A write within the same tick of the clock would leave the same stamp.</summary>
    [Fact]
    public void File_that_was_written_just_now_counts_once_more()
    {
        File.WriteAllText(Data, "y\na\na\nb\n");
        Assert.True(Count());

        Assert.False(IsCurrent());
    }

    [Theory]
    [InlineData(0.05, 0.3, true)]
    [InlineData(0.2, 0.3, false)]
    [InlineData(-0.05, 0.3, true)]
    [InlineData(-3600, 0.3, false)]
    [InlineData(1.9, 0.0, true)]
    [InlineData(2.6, 0.0, false)]
    public void Stamp_may_be_overtaken_within_a_tick_of_its_file_system(double age, double fraction, bool may)
    {
        DateTime written = Old.AddSeconds(fraction);
        var stamp = new FileStamp(1, written, written, "7");

        Assert.Equal(may, stamp.MayBeOvertaken(written.AddSeconds(age)));
    }

    [Fact]
    public void Every_system_tells_length_and_times_of_the_target()
    {
        string link = Path.Combine(_folder.FullName, "link.csv");
        File.CreateSymbolicLink(link, Data);

        Assert.Equal(FileStamp.OfAnySystem(Data)!.ToString(), FileStamp.OfAnySystem(link)!.ToString());
        Assert.StartsWith("8 2020-02-03T04:05:06.0000000Z ", FileStamp.OfAnySystem(Data)!.ToString(), StringComparison.Ordinal);
        Assert.Equal(FileStamp.Of(Data)!.ToString(), FileStamp.Of(link)!.ToString());
        Assert.StartsWith("8 2020-02-03T04:05:06.0000000Z ", FileStamp.Of(Data)!.ToString(), StringComparison.Ordinal);
        Assert.Null(FileStamp.Of(Path.Combine(_folder.FullName, "absent")));
        Assert.Null(FileStamp.OfAnySystem(Path.Combine(_folder.FullName, "absent")));
    }

    private static void WriteOld(string path, string text)
    {
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, Old);
    }

    /// <summary>Counts when what was written before is older than any tick.</summary>
    private void CountSettled()
    {
        Thread.Sleep(200);
        Assert.True(Count());
    }

    private bool Count(Action<LabeledFile>? counted = null)
    {
        using var errors = new StringWriter();
        bool succeeded = CountingRun.Run(Request, errors, Tool, counted);
        Assert.Equal("", errors.ToString());
        return succeeded;
    }

    private bool IsCurrent() => CountingRecord.IsCurrent(Request, Counts, Tool);

    private void Shell(string command)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = _folder.FullName };
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
