namespace BalanceGen.CodeFixes;

/// <summary>BALG0105: creates the class-count file that a record names, with every class at 0, beside the project.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CreateCountFileFixer)), Shared]
public sealed class CreateCountFileFixer() : RuleFixer(Descriptors.CountFileNotFound)
{
    private protected override FixAllProvider FixAll => new CreateCountFileFixAll();

    private protected override async Task RegisterAsync(CodeFixContext context)
    {
        if (await NewCountFile.OfAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is { } file)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Create '{file.Name}' with all classes at 0",
                    _ => Task.FromResult(file.AddTo(context.Document.Project.Solution)),
                    equivalenceKey: nameof(CreateCountFileFixer)),
                context.Diagnostics);
        }
    }
}
