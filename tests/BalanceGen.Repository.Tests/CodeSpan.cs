using System.Text.RegularExpressions;

namespace BalanceGen.Repository.Tests;

/// <summary>A piece of code in a sentence: chains of names, with or without arguments.</summary>
internal static partial class CodeSpan
{
    /// <summary>Names of .NET and of C#, and of the command.</summary>
    private static readonly HashSet<string> Others = ["IEnumerable", "IAsyncEnumerable", "Chunk", "Select", "true", "false", "balancegen", "init", "double", "float", "new", "with"];

    /// <summary>What is wrong in the code: a type, member or parameter that nothing public is called.</summary>
    public static IEnumerable<string> WrongNames(string code, PublicNames names)
    {
        // Statements are compiled elsewhere, and what a lambda does is the user's code, as texts are.
        string given = code.Contains(';', StringComparison.Ordinal) ? "" : Text().Replace(Lambda().Replace(code, ""), "");
        foreach (Match chain in Chain().Matches(given))
        {
            string[] parts = chain.Value.Split('.');
            int before = chain.Index - 1;
            char previous = before < 0 ? ' ' : given[before];
            char next = chain.Index + chain.Length < given.Length ? given[chain.Index + chain.Length] : ' ';
            foreach (string wrong in previous == '.' ? WrongMembers([")", .. parts], names) : Argument(given, chain) is { } call ? WrongArgument(call, parts, next, names) : WrongChain(parts, names))
            {
                yield return wrong;
            }
        }
    }

    private static IEnumerable<string> WrongChain(string[] parts, PublicNames names)
    {
        if (parts.Length > 1)
        {
            return WrongMembers(parts, names);
        }

        bool isThere = IsOfUser(parts[0]) || names.IsType(parts[0]) || names.IsMember(parts[0]) || names.IsParameter(parts[0]);
        return isThere ? [] : [$"no public type, member or parameter '{parts[0]}'"];
    }

    /// <summary>Members of a type are looked for in it; of a variable, in all types.</summary>
    private static IEnumerable<string> WrongMembers(string[] parts, PublicNames names)
    {
        for (int place = 1; place < parts.Length; place++)
        {
            string owner = parts[place - 1];
            string member = parts[place];
            if (names.IsType(owner) ? !names.IsMember(owner, member) : !names.IsMember(member))
            {
                yield return names.IsType(owner) ? $"{owner} has no public member '{member}'" : $"no type has a public member '{member}'";
            }
        }
    }

    /// <summary>An argument is the name of a parameter, or has one before its value; values are the user's.</summary>
    private static IEnumerable<string> WrongArgument(string call, string[] parts, char next, PublicNames names)
    {
        if (parts.Length > 1 || char.IsUpper(parts[0][0]))
        {
            return WrongChain(parts, names);
        }

        return (IsOfUser(parts[0]) && next != ':') || names.IsParameterOf(call, parts[0]) ? [] : [$"no parameter of {call} is called '{parts[0]}'"];
    }

    /// <summary>Names of the language or of another library, and a letter for a value of the user's.</summary>
    private static bool IsOfUser(string name) => Others.Contains(name) || (name.Length == 1 && char.IsLower(name[0]));

    /// <summary>The method in whose parentheses a name stands.</summary>
    private static string? Argument(string code, Match chain)
    {
        int depth = 0;
        for (int place = chain.Index - 1; place >= 0; place--)
        {
            depth += code[place] == ')' ? 1 : code[place] == '(' ? -1 : 0;
            if (depth < 0)
            {
                Match call = Callee().Match(code[..place]);
                return call.Success ? call.Value : null;
            }
        }

        return null;
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Text();

    [GeneratedRegex(@"\w+ => [^,)]*")]
    private static partial Regex Lambda();

    [GeneratedRegex(@"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*")]
    private static partial Regex Chain();

    [GeneratedRegex(@"[A-Za-z_]\w*$")]
    private static partial Regex Callee();
}
