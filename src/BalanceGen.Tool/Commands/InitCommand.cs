using BalanceGen.Tool.Projects;

namespace BalanceGen.Tool.Commands;

/// <summary><c>balancegen init</c>: from a labelled file to a project that draws balanced batches.</summary>
internal static class InitCommand
{
    public static Command Create(Session session)
    {
        var command = new ExampleCommand(
            "init",
            "Writes a C# project: the annotated record, a reader, and a program that draws balanced batches.",
            "balancegen init train.csv -l breed -o Cats && dotnet run --project Cats",
            "balancegen init train.parquet -l breed --record CatPhoto -o Cats");
        var input = new InputArguments(command);
        var output = new Option<string>("--output", "-o") { Description = "The folder to write to. It may be there, but the project must not.", HelpName = "folder", Required = true };
        var name = new Option<string?>("--name") { Description = "The project and namespace. Default: from the file's name.", HelpName = "name" };
        var record = new Option<string?>("--record") { Description = "The record. Default: from the file's name.", HelpName = "name" };
        var batch = new Option<int>("--batch") { Description = "The rows of a batch.", HelpName = "rows", DefaultValueFactory = _ => 32 };
        var version = new Option<string>("--package-version") { Description = "The version of the package BalanceGen.", HelpName = "version", DefaultValueFactory = _ => Provenance.Version };
        command.AddAll(output, name, record, batch, version);

        command.SetAction((arguments, cancellation) =>
        {
            string folder = Path.GetFullPath(arguments.GetValue(output)!);
            foreach (string? given in (string?[])[arguments.GetValue(name), arguments.GetValue(record)])
            {
                if (given is not null && !CSharpName.IsIdentifier(given))
                {
                    throw new InputException($"'{given}' is no name for a project or a record", advice: "use letters, digits and _");
                }
            }

            if (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.csproj").Any())
            {
                throw new InputException("there is a project in this folder already", folder, advice: "choose another folder");
            }

            bool isQuiet = input.IsQuiet(arguments);
            using LabelledData data = LabelledData.Load(input.Read(arguments), withRows: false, session.Progress(isQuiet), cancellation);
            data.ThrowIfUndeclared();
            ProjectModel model = ProjectWriter.Model(data, folder, arguments.GetValue(name), arguments.GetValue(record), arguments.GetValue(batch), arguments.GetValue(version)!, cancellation);
            foreach ((string file, string text) in ProjectTexts.Of(model))
            {
                AtomicFile.WriteText(Path.Combine(folder, file), text.ReplaceLineEndings("\n"));
            }

            if (!isQuiet)
            {
                session.Out.WriteLine(Verdict.Of(data));
                session.Out.WriteLine($"written: {model.Name}.csproj with the record {model.Record} ({model.Columns.Count} members and the label {model.LabelName})");
                if (data.Cells.Missing > 0)
                {
                    session.Out.WriteLine($"{Figures.Plural(data.Cells.Missing, "row without a label is", "rows without a label are")} left out of rows.csv");
                }

                session.Out.WriteLine($"next: dotnet run --project {arguments.GetValue(output)}");
            }

            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
