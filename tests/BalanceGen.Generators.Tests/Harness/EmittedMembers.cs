using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Tests.Harness;

/// <summary>The members that the generator emits for others to use.</summary>
internal static class EmittedMembers
{
    /// <summary>Those that the sources of the run do not use, as a compiler error would name them.</summary>
    public static IEnumerable<string> UnusedIn(GeneratorRun run)
    {
        HashSet<ISymbol> used = new(
            run.Input.SyntaxTrees
                .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
                    .Select(name => run.Output.GetSemanticModel(tree).GetSymbolInfo(name).Symbol?.OriginalDefinition))
                .OfType<ISymbol>(),
            SymbolEqualityComparer.Default);
        return run.Output.SyntaxTrees.Except(run.Input.SyntaxTrees)
            .SelectMany(tree => tree.GetRoot().DescendantNodes()
                .Where(node => node is MethodDeclarationSyntax or PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax })
                .Select(node => run.Output.GetSemanticModel(tree).GetDeclaredSymbol(node)!))
            .Where(member => member.DeclaredAccessibility != Accessibility.Private && !used.Contains(member))
            .Select(member => member.ToDisplayString());
    }
}
