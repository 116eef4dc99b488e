namespace BalanceGen.Tool.Commands;

/// <summary><c>balancegen weights</c>: the class weights of a scheme, ready to copy.</summary>
internal static class WeightsCommand
{
    public static Command Create(Session session)
    {
        var command = new ExampleCommand(
            "weights",
            "Class weights for a loss, as a table, C#, Python or JSON.",
            "balancegen weights train.csv -l breed",
            "balancegen weights train.csv -l breed --scheme effective-number --parameter 0.999 --as csharp",
            "balancegen weights train.csv -l breed --scheme balanced --zero-counts smooth:1 --json");
        var input = new InputArguments(command);
        var scheme = new Option<string>("--scheme") { Description = $"One of {string.Join(", ", WeightScheme.Names)}.", HelpName = "scheme", DefaultValueFactory = _ => "balanced" };
        var parameter = new Option<double?>("--parameter", "--beta") { Description = "The exponent, beta, threshold or tau of the scheme.", HelpName = "number" };
        var scale = new Option<string?>("--scale") { Description = "class-mean-one, row-mean-one, largest-one or smallest-one.", HelpName = "scale" };
        var form = new Option<string>("--as") { Description = "table, csharp, python or json.", HelpName = "form", DefaultValueFactory = _ => "table" };
        var json = new Option<bool>("--json") { Description = "The same as --as json." };
        Option<string> zeroCounts = SamplingOptions.ZeroCounts();
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output.", HelpName = "file" };
        scheme.AcceptOnlyFromAmong(WeightScheme.Names);
        scale.AcceptOnlyFromAmong("class-mean-one", "row-mean-one", "largest-one", "smallest-one");
        form.AcceptOnlyFromAmong("table", "csharp", "python", "json");
        command.AddAll(scheme, parameter, scale, form, json, zeroCounts, output);

        command.SetAction((arguments, cancellation) =>
        {
            bool isQuiet = input.IsQuiet(arguments);
            using LabelledData data = LabelledData.Load(input.Read(arguments), withRows: false, session.Progress(isQuiet), cancellation);
            data.ThrowIfUndeclared();
            long rows = data.Cells.Rows - data.Cells.Missing;
            WeightScheme weights = WeightScheme.Of(arguments.GetValue(scheme)!, data.Counts, rows, arguments.GetValue(parameter), SamplingOptions.PolicyOf(arguments.GetValue(zeroCounts)!));
            weights = Scaled(weights, data.Counts, arguments.GetValue(scale));
            string? path = arguments.GetValue(output);
            switch (arguments.GetValue(json) ? "json" : arguments.GetValue(form))
            {
                case "csharp": Texts.Write(session, path, WeightTexts.CSharp(data.Classes, weights)); break;
                case "python": Texts.Write(session, path, WeightTexts.Python(data.Classes, weights)); break;
                case "json": Texts.Write(session, path, WeightTexts.Json(data.Classes, weights)); break;
                default: Table(session, path, data, weights); break;
            }

            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static WeightScheme Scaled(WeightScheme weights, ClassCounts counts, string? scale)
    {
        if (scale is null)
        {
            return weights;
        }

        var values = new ClassWeights(counts.Classes, weights.Values);
        (ClassWeights scaled, string method) = scale switch
        {
            "class-mean-one" => (values.WithClassMeanOne(), "WithClassMeanOne()"),
            "row-mean-one" => (values.WithRowMeanOne(counts), "WithRowMeanOne(counts)"),
            "largest-one" => (values.WithLargestOne(), "WithLargestOne()"),
            _ => (values.WithSmallestOne(), "WithSmallestOne()"),
        };
        return weights with { Code = $"{weights.Code}.{method}", Values = scaled.Values.ToArray() };
    }

    private static void Table(Session session, string? path, LabelledData data, WeightScheme weights)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        Screen screen = path is null ? session.Screen() : new Screen(text, isTerminal: false);
        screen.Say(weights.Code, "bold");
        screen.Blank();
        screen.Table(
            ["<class", "rows", "weight", "rows × weight"],
            Ranking.MostFrequentFirst(data.Counts).Select(index => (string[])
            [
                VisibleText.Of(data.Classes[index]),
                Figures.Count(data.Counts[index]),
                Figures.Number(weights.Values[index]),
                Figures.Number(data.Counts[index] * weights.Values[index]),
            ]));
        if (path is not null)
        {
            Texts.Write(session, path, text.ToString());
        }
    }
}
