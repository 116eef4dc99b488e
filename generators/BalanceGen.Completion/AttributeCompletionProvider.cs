using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Completion;

/// <summary>
/// Completes what is a name in the attributes of the library: class-count files, classes and members in strings, and the members of an enum that have no
/// count yet.
/// </summary>
[ExportCompletionProvider(nameof(AttributeCompletionProvider), LanguageNames.CSharp), Shared]
public sealed class AttributeCompletionProvider : CompletionProvider
{
    private const string InsertedProperty = "Inserted";
    private const string DescriptionProperty = "Description";

    // A class may have blanks and points in its name: they do not end the word that is being typed.
    private static readonly CompletionItemRules Rules = CompletionItemRules.Default
        .WithCommitCharacterRules([CharacterSetModificationRule.Create(CharacterSetModificationKind.Replace, '\t', '\n')]);

    /// <inheritdoc/>
    public override bool ShouldTriggerCompletion(SourceText text, int caretPosition, CompletionTrigger trigger, OptionSet options) =>
        trigger.Kind == CompletionTriggerKind.Insertion && (trigger.Character == '"' || (trigger.Character == '.' && IsOnLineOf(text, caretPosition, "Class")));

    /// <inheritdoc/>
    public override async Task ProvideCompletionsAsync(CompletionContext context)
    {
        CancellationToken token = context.CancellationToken;
        if (await AttributeArgument.AtAsync(context.Document, context.Position, token).ConfigureAwait(false) is not { } place)
        {
            return;
        }

        Microsoft.CodeAnalysis.Diagnostics.AnalyzerOptions options = context.Document.Project.AnalyzerOptions;
        List<Offer> offers;
        if (place.Inside is { } inside)
        {
            SourceText text = await context.Document.GetTextAsync(token).ConfigureAwait(false);
            string before = text.ToString(TextSpan.FromBounds(inside.Start, context.Position));
            offers = [.. Offers.InString(place, before, options, token)];
            context.CompletionListSpan = place.Name == "Path" ? TextSpan.FromBounds(inside.Start + before.LastIndexOf('.') + 1, inside.End) : inside;
        }
        else if (place.Qualifier is { } qualifier && await context.Document.GetSemanticModelAsync(token).ConfigureAwait(false) is { } model)
        {
            offers = [.. Offers.OfEnum(place, TypeNamedBy(qualifier, model, token), options, token)];
        }
        else
        {
            return;
        }

        // The classes keep the order of their indices.
        ImmutableArray<CharacterSetModificationRule> filter = Filter(offers);
        for (int index = 0; index < offers.Count; index++)
        {
            context.AddItem(ItemOf(offers[index], index, place, filter));
        }

        context.IsExclusive = offers.Count > 0;
    }

    /// <inheritdoc/>
    public override Task<CompletionDescription?> GetDescriptionAsync(Document document, CompletionItem item, CancellationToken cancellationToken) =>
        Task.FromResult<CompletionDescription?>(CompletionDescription.FromText(item.Properties[DescriptionProperty]));

    /// <inheritdoc/>
    public override Task<CompletionChange> GetChangeAsync(Document document, CompletionItem item, char? commitKey, CancellationToken cancellationToken) =>
        Task.FromResult(CompletionChange.Create(new TextChange(item.Span, item.Properties[InsertedProperty])));

    /// <summary>A type that has the name of a member is bound as the member while nothing follows the dot.</summary>
    private static ITypeSymbol? TypeNamedBy(ExpressionSyntax qualifier, SemanticModel model, CancellationToken token) => model.GetSymbolInfo(qualifier, token).Symbol switch
    {
        ITypeSymbol type => type,
        { } member when qualifier is IdentifierNameSyntax && model.GetTypeInfo(qualifier, token).Type is { } type && type.Name == member.Name => type,
        _ => null,
    };

    private static CompletionItem ItemOf(Offer offer, int index, AttributeArgument place, ImmutableArray<CharacterSetModificationRule> filter) => CompletionItem.Create(
        offer.Text,
        sortText: index.ToString("D9", System.Globalization.CultureInfo.InvariantCulture),
        properties: ImmutableDictionary<string, string>.Empty
            .Add(InsertedProperty, place.Inside is null ? SyntaxFacts.GetKeywordKind(offer.Text) == SyntaxKind.None ? offer.Text : "@" + offer.Text : Written(offer.Text, place.Literal))
            .Add(DescriptionProperty, offer.Description),
        tags: [offer.Tag],
        rules: place.Inside is null ? CompletionItemRules.Default : Rules.WithFilterCharacterRules(filter));

    /// <summary>The letters of names stay in the filter, whatever they are.</summary>
    private static ImmutableArray<CharacterSetModificationRule> Filter(List<Offer> offers)
    {
        ImmutableArray<char> others = [.. offers.SelectMany(offer => offer.Text).Where(character => !char.IsLetterOrDigit(character)).Distinct()];
        return others.IsEmpty ? [] : [CharacterSetModificationRule.Create(CharacterSetModificationKind.Add, others)];
    }

    /// <summary>A name as the string writes it.</summary>
    private static string Written(string text, SyntaxToken literal)
    {
        if (literal.IsKind(SyntaxKind.SingleLineRawStringLiteralToken))
        {
            return text;
        }

        string quoted = SymbolDisplay.FormatLiteral(text, quote: true);
        return literal.IsVerbatimStringLiteral() ? text.Replace("\"", "\"\"") : quoted.Substring(1, quoted.Length - 2);
    }

    private static bool IsOnLineOf(SourceText text, int position, string word)
    {
        TextLine line = text.Lines.GetLineFromPosition(Math.Max(0, position - 1));
        return text.ToString(TextSpan.FromBounds(line.Start, position)).Contains(word);
    }
}
