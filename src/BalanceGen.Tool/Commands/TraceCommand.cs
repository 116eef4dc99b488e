namespace BalanceGen.Tool.Commands;

/// <summary><c>balancegen trace</c>: what a run really saw.</summary>
internal static class TraceCommand
{
    public static Command Create(Session session)
    {
        var command = new ExampleCommand(
            "trace",
            "What a training run really saw: draws, rows seen, how often, and the composition of its batches. A run stores it with SamplerTrace.WriteTo.",
            "balancegen trace run.bgtrace",
            "balancegen trace run.bgtrace --json");
        var file = new Argument<string>("trace") { Description = "A file that SamplerTrace.WriteTo wrote." };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        command.Add(file);
        command.Add(json);
        command.SetAction(arguments =>
        {
            string path = arguments.GetValue(file)!;
            if (!File.Exists(path))
            {
                throw new InputException("there is no such file", path, advice: "look at the name");
            }

            SamplerTrace trace;
            using (FileStream stream = File.OpenRead(path))
            {
                try
                {
                    trace = SamplerTrace.ReadFrom(stream);
                }
                catch (SamplerTraceFormatException error)
                {
                    throw new InputException(error.Message.TrimEnd('.'), path, advice: "store it with SamplerTrace.WriteTo", inner: error);
                }
            }

            TraceDocument document = TraceDocument.Of(trace);
            if (arguments.GetValue(json))
            {
                session.Out.WriteLine(JsonTexts.Write(document));
            }
            else
            {
                Show(session, trace, document);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static void Show(Session session, SamplerTrace trace, TraceDocument document)
    {
        Screen screen = session.Screen();
        double seen = trace.Counts.Total == 0 ? 0 : (double)trace.RowsSeen / trace.Counts.Total;
        screen.Say($"{Figures.Plural(trace.DrawCount, "draw", "draws")} in {Figures.Plural(trace.BatchCount, "batch", "batches")} saw {Figures.Percent(seen)} of {Figures.Plural(trace.Counts.Total, "row", "rows")}.", "bold");
        screen.Blank();
        session.Out.WriteLine(trace.ToString());
        screen.Heading("Rows of a class in a batch");
        screen.Table(
            ["<class", "fewest", "mean", "most", "batches without it"],
            document.Classes.Select(entry => (string[])
            [
                VisibleText.Of(entry.Class),
                entry.FewestInBatch.ToString(CultureInfo.InvariantCulture),
                Figures.Number(entry.MeanInBatch),
                entry.MostInBatch.ToString(CultureInfo.InvariantCulture),
                Figures.Percent(trace.BatchCount == 0 ? 0 : (double)entry.BatchesWithout / trace.BatchCount),
            ]));
    }
}
