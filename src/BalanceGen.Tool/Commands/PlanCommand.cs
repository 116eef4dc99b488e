namespace BalanceGen.Tool.Commands;

/// <summary><c>balancegen plan</c>: what a sampler will do, before it runs.</summary>
internal static class PlanCommand
{
    public static Command Create(Session session)
    {
        var command = new ExampleCommand(
            "plan",
            "What a sampler will do: shares, repeats of a row, epochs until every row was seen.",
            "balancegen plan train.csv -l breed",
            "balancegen plan train.csv -l breed --sampler weighted --target square-root",
            "balancegen plan train.csv -l breed --sampler stratified --batch 128 --json");
        var input = new InputArguments(command);
        var arguments = new SamplerArguments(command);
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output.", HelpName = "file" };
        command.AddAll(json, output);
        command.SetAction((parsed, cancellation) =>
        {
            using LabelledData data = LabelledData.Load(input.Read(parsed), withRows: false, session.Progress(input.IsQuiet(parsed)), cancellation);
            data.ThrowIfUndeclared();
            NamedSampler sampler = arguments.Create(parsed, data);
            string? path = parsed.GetValue(output);
            Texts.Write(session, path, parsed.GetValue(json)
                ? JsonTexts.Write(PlanDocument.Of(sampler))
                : $"{sampler.Code}\n\n{sampler.Plan}\nlargest difference of a share from the target: {Figures.Number(sampler.Plan.LargestShareError)}");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
