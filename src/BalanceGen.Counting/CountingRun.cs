using BalanceGen.Counting.Formats;
using BalanceGen.Counting.Stamps;

namespace BalanceGen.Counting;

/// <summary>One request, from reading it to the written class-count file, its places and the record of what was read.</summary>
internal sealed class CountingRun(string requestPath, TextWriter errors, string tool, Action<LabeledFile>? counted, IFurtherFormats? further)
{
    /// <summary>How often the counter tries to count files that change meanwhile. A file that is written all the time is not a training file.</summary>
    private const int MostAttempts = 3;

    /// <summary>Counts the labels. If something is wrong with a file, it writes that to <paramref name="errors"/> and leaves no output.</summary>
    /// <param name="requestPath">The request.</param>
    /// <param name="errors">Where errors go.</param>
    /// <param name="tool">The path of the counter itself. If another counter made the counts, the files are counted again.</param>
    /// <param name="counted">Called when a file was read to its end, before its stamp is compared.</param>
    /// <param name="further">Formats of an additional package, if there is one.</param>
    public static bool Run(string requestPath, TextWriter errors, string tool = "", Action<LabeledFile>? counted = null, IFurtherFormats? further = null) =>
        new CountingRun(requestPath, errors, tool, counted, further).Run();

    private bool Run()
    {
        CountingRequest request;
        string text;
        try
        {
            text = File.ReadAllText(requestPath);
            request = CountingRequest.Parse(text.Split('\n').Select(line => line.TrimEnd('\r')));
        }
        catch (CountingException exception)
        {
            Report(exception, requestPath);
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(new CountingException(CountingErrorId.UnreadableFile, OneLine(exception.Message)), requestPath);
            return false;
        }

        return TryWrite(request.Output, () => Remove(request.Output))
            && TryCountAll(request, out LabelCounts counts, out List<string?> stamps)
            && TryWrite(request.Output, () => Write(request.Output, text, counts, stamps));
    }

    /// <summary>Counts the files. If one of them changes meanwhile, it begins again.</summary>
    private bool TryCountAll(CountingRequest request, out LabelCounts counts, out List<string?> stamps)
    {
        for (int attempt = 1; ; attempt++)
        {
            counts = new LabelCounts();
            stamps = [];
            LabeledFile? changed = null;
            bool isComplete = true;
            foreach (LabeledFile file in request.Files)
            {
                string? before = SourceStamp.Of(file.Path, out bool isFresh);
                isComplete &= TryCount(file, counts);
                counted?.Invoke(file);
                changed = SourceStamp.Of(file.Path, out _) == before ? changed : file;
                stamps.Add(isFresh ? null : before);
            }

            if (changed is null || !isComplete)
            {
                return isComplete;
            }

            if (attempt == MostAttempts)
            {
                Report(new CountingException(CountingErrorId.UnreadableFile, "the file changes while it is counted; build again when it is written"), changed.Path);
                return false;
            }
        }
    }

    private bool TryCount(LabeledFile file, LabelCounts counts)
    {
        try
        {
            FormatCounter.Count(file, counts, further);
            return true;
        }
        catch (CountingException exception)
        {
            Report(exception, file.Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Report(new CountingException(CountingErrorId.UnreadableFile, OneLine(exception.Message)), file.Path);
        }

        return false;
    }

    /// <summary>Writes the output. An error here is about the folder of the output, not about a training file.</summary>
    private bool TryWrite(string output, Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(
                new CountingException(
                    CountingErrorId.UnwritableCounts, $"the counts of the labels cannot be written: {OneLine(exception.Message)}; make this file and its folder writable"),
                output);
            return false;
        }
    }

    // An older result would hide from the next build that the file cannot be counted. The record is deleted first: without it, the next
    // build counts again.
    private static void Remove(string output)
    {
        File.Delete(CountingRecord.PathOf(output));
        File.Delete(output);
        File.Delete(CountingRecord.PlacesOf(output));
    }

    private void Write(string output, string request, LabelCounts counts, List<string?> stamps)
    {
        Replace(output, counts.WriteTo);
        Replace(CountingRecord.PlacesOf(output), counts.WritePlacesTo);
        string record = CountingRecord.Compose(request, stamps, tool, output);
        Replace(CountingRecord.PathOf(output), stream => stream.Write(Encoding.UTF8.GetBytes(record)));
    }

    // The file is moved into place, so that an interrupted build never leaves half a file.
    private static void Replace(string path, Action<Stream> write)
    {
        string written = path + ".tmp";
        using (FileStream stream = File.Create(written))
        {
            write(stream);
        }

        File.Move(written, path, overwrite: true);
    }

    private void Report(CountingException exception, string file) => errors.WriteLine(exception.Format(file));

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
