namespace BalanceGen.Counting;

/// <summary>One request, from reading it to the written class-count file.</summary>
internal static class CountingRun
{
    /// <summary>Counts, or writes to <paramref name="errors"/> what is wrong with each file, and then leaves no output.</summary>
    public static bool Run(string requestPath, TextWriter errors)
    {
        string current = requestPath;
        try
        {
            CountingRequest request = CountingRequest.Parse(File.ReadLines(requestPath));
            var counts = new LabelCounts();
            bool isComplete = true;
            foreach (LabeledFile file in request.Files)
            {
                current = file.Path;
                isComplete &= TryCount(file, counts, errors);
            }

            current = request.Output;
            if (isComplete)
            {
                Write(request.Output, counts);
            }
            else
            {
                // An older result would be newer than the file that cannot be counted, and hide it from the next build.
                File.Delete(request.Output);
            }

            return isComplete;
        }
        catch (CountingException exception)
        {
            errors.WriteLine(exception.Format(current));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(new CountingException(CountingErrorId.UnreadableFile, OneLine(exception.Message)).Format(current));
        }

        return false;
    }

    private static bool TryCount(LabeledFile file, LabelCounts counts, TextWriter errors)
    {
        try
        {
            LabelCounter.Count(file, counts);
            return true;
        }
        catch (CountingException exception)
        {
            errors.WriteLine(exception.Format(file.Path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            errors.WriteLine(new CountingException(CountingErrorId.UnreadableFile, OneLine(exception.Message)).Format(file.Path));
        }

        return false;
    }

    // Moved into place, so that a build that is interrupted leaves no half of a file behind.
    private static void Write(string path, LabelCounts counts)
    {
        string written = path + ".tmp";
        using (FileStream stream = File.Create(written))
        {
            counts.WriteTo(stream);
        }

        File.Move(written, path, overwrite: true);
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
