using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Completion.Tests;

/// <summary>What an editor lists at <c>|</c> in the source: Roslyn's own completion service, with the provider found in an analyzer reference of the project.</summary>
internal sealed class CompletionList : IDisposable
{
    private static readonly MefHostServices Host = MefHostServices.Create(
        MefHostServices.DefaultAssemblies.Append(Assembly.Load("Microsoft.CodeAnalysis.Features")).Append(Assembly.Load("Microsoft.CodeAnalysis.CSharp.Features")).Distinct());

    private static readonly MetadataReference[] References = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
        .Append(typeof(BalancedDatasetAttribute).Assembly.Location)
        .Select(path => MetadataReference.CreateFromFile(path))];

    private readonly AdhocWorkspace _workspace = new(Host);
    private readonly Document _document;
    private readonly int _position;
    private readonly CompletionService _service;

    public CompletionList(string source, params (string Path, string Text)[] files)
    {
        _position = source.IndexOf('|', StringComparison.Ordinal);
        var id = ProjectId.CreateNewId();
        _workspace.AddProject(
            ProjectInfo.Create(
                id, VersionStamp.Create(), "Edited", "Edited", LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
                parseOptions: new CSharpParseOptions(LanguageVersion.Preview),
                metadataReferences: References,
                analyzerReferences: [new AnalyzerFileReference(typeof(AttributeCompletionProvider).Assembly.Location, new Loader())],
                additionalDocuments: files.Select(file => DocumentInfo.Create(
                    DocumentId.CreateNewId(id), Path.GetFileName(file.Path), loader: TextLoader.From(TextAndVersion.Create(SourceText.From(file.Text), VersionStamp.Create())), filePath: file.Path))));
        _document = _workspace.AddDocument(id, "Edited.cs", SourceText.From(source.Remove(_position, 1)));
        _service = CompletionService.GetService(_document)!;
    }

    /// <summary>The list that is asked for by hand.</summary>
    public Task<IReadOnlyList<CompletionItem>> AskedForAsync() => AfterAsync(CompletionTrigger.Invoke);

    /// <summary>The list that comes up by itself when the character before the cursor has been typed.</summary>
    public Task<IReadOnlyList<CompletionItem>> TypedAsync() => AfterAsync(CompletionTrigger.CreateInsertionTrigger(_document.GetTextAsync().Result[_position - 1]));

    /// <summary>The source after an item is chosen.</summary>
    public async Task<string> ChosenAsync(string text)
    {
        CompletionItem item = Assert.Single(await AskedForAsync(), item => item.DisplayText == text);
        CompletionChange change = await _service.GetChangeAsync(_document, item);
        return (await _document.GetTextAsync()).WithChanges(change.TextChange).ToString();
    }

    public async Task<string> DescriptionAsync(string text)
    {
        CompletionItem item = Assert.Single(await AskedForAsync(), item => item.DisplayText == text);
        return (await _service.GetDescriptionAsync(_document, item))!.Text;
    }

    public void Dispose() => _workspace.Dispose();

    // The service loads the providers of packages in the background, and answers without them until it has.
    private async Task<IReadOnlyList<CompletionItem>> AfterAsync(CompletionTrigger trigger)
    {
        for (int attempt = 0; !IsLoaded() && attempt < 200; attempt++)
        {
            await _service.GetCompletionsAsync(_document, _position, CompletionTrigger.Invoke);
            await Task.Delay(50);
        }

        Assert.True(IsLoaded());
        return [.. (await _service.GetCompletionsAsync(_document, _position, trigger)).ItemsList];
    }

    private bool IsLoaded() => _service.ShouldTriggerCompletion(SourceText.From("\""), 1, CompletionTrigger.CreateInsertionTrigger('"'));

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
