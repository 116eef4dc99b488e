namespace BalanceGen.Tool.Commands;

/// <summary><c>balancegen sample</c>: the draws of a sampler, as a file or as row numbers.</summary>
internal static class SampleCommand
{
    public static Command Create(Session session)
    {
        var command = new ExampleCommand(
            "sample",
            "Writes what a sampler draws: the same rows as the library's sampler with that seed.",
            "balancegen sample train.csv -l breed --sampler oversample -o balanced.csv",
            "balancegen sample train.csv -l breed --sampler undersample -o small.csv",
            "balancegen sample train.csv -l breed --sampler balanced --draws 10000 --rows -o rows.txt");
        var input = new InputArguments(command);
        var sampler = new SamplerArguments(command);
        var draws = new Option<long?>("--draws") { Description = "How many rows to draw. Default: one epoch.", HelpName = "rows" };
        var first = new Option<long>("--first-draw") { Description = "The number of the first draw: sampling goes on where it stopped.", HelpName = "number" };
        var numbers = new Option<bool>("--rows") { Description = "Write row numbers from 0, one a line, instead of rows." };
        var output = new Option<string?>("--output", "-o") { Description = "The file to write.", HelpName = "file" };
        command.AddAll(draws, first, numbers, output);

        command.SetAction((arguments, cancellation) =>
        {
            bool isQuiet = input.IsQuiet(arguments);
            ProgressLine progress = session.Progress(isQuiet);
            using LabelledData data = LabelledData.Load(input.Read(arguments), withRows: true, progress, cancellation);
            data.ThrowIfUndeclared();
            if (!data.HasRows)
            {
                throw new InputException("a table of counts has no rows to draw", advice: "plan says what a sampler will do; give the rows themselves to draw");
            }

            NamedSampler named = sampler.Create(arguments, data);
            long count = arguments.GetValue(draws) ?? named.Sampler.EpochLength;
            long from = arguments.GetValue(first);
            if (count < 0 || from < 0)
            {
                throw new ArgumentException("--draws and --first-draw must not be negative.");
            }

            using var writer = new RowWriter(data, cancellation);
            bool areNumbers = arguments.GetValue(numbers);
            string path = arguments.GetValue(output) ?? "sample" + (areNumbers ? ".rows.txt" : writer.Extension);
            var produce = RowWriter.DrawsOf(named.Sampler, from, count, progress);
            if (areNumbers)
            {
                writer.WriteNumbers(path, produce);
            }
            else
            {
                writer.WriteRows(path, produce);
            }

            writer.Commit();
            if (!isQuiet)
            {
                session.Out.WriteLine($"{Figures.Plural(count, "row", "rows")} of {named.Code} written to {path}");
            }

            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
