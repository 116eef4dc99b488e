using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Tests.Harness;

/// <summary>Searches an object and all that it refers to for what a pipeline must not hold on to.</summary>
internal static class ObjectGraph
{
    /// <summary>The paths to compilations, symbols, syntax and locations: each of them keeps a whole compilation alive.</summary>
    public static IReadOnlyList<string> Offenders(object? root)
    {
        var offenders = new List<string>();
        Visit(root, root?.GetType().Name ?? "", new HashSet<object>(ReferenceEqualityComparer.Instance), offenders);
        return offenders;
    }

    private static void Visit(object? value, string path, HashSet<object> visited, List<string> offenders)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !visited.Add(value))
        {
            return;
        }

        if (value is ISymbol or Compilation or SyntaxNode or SyntaxTree or Location or SemanticModel or AttributeData)
        {
            offenders.Add($"{path}: {value.GetType().Name}");
            return;
        }

        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Visit(item, path + "[]", visited, offenders);
            }
        }

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                // Field and property types of reflection reach all of the runtime.
                object? content = field.FieldType.IsPointer ? null : field.GetValue(value);
                if (content is not (Type or MemberInfo or Assembly))
                {
                    Visit(content, $"{path}.{field.Name}", visited, offenders);
                }
            }
        }
    }
}
