using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Tests.Harness;

/// <summary>A program that a page shows, compiled as a console project would compile it. It prints to the console of the process: tests that run one are of one collection.</summary>
internal static partial class PageProgram
{
    /// <summary>The implicit usings of a console project.</summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static CSharpCompilation Compilation(string program) =>
        TestCompilation.Of(program, ImplicitUsings).WithOptions(TestCompilation.Options().WithOutputKind(OutputKind.ConsoleApplication));

    /// <summary>What the comments below lines that print say that they print.</summary>
    public static string[] Shown(string program) =>
        [.. Printed().Matches(program).Select(match => match.Groups["lines"].Value.Replace("// ", "", StringComparison.Ordinal))];

    /// <summary>What the program prints. It must compile without a warning.</summary>
    public static string Run(string program)
    {
        GeneratorRun run = GeneratorRun.Start(Compilation(program));
        Assert.Empty(run.WarningsAndErrors());
        using var image = new MemoryStream();
        Assert.True(run.Output.Emit(image).Success);

        TextWriter console = Console.Out;
        using var output = new StringWriter { NewLine = "\n" };
        try
        {
            Console.SetOut(output);
            Assembly.Load(image.ToArray()).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        return output.ToString();
    }

    [GeneratedRegex(@"^ *Console\.WriteLine\(.*\n(?<lines>(?:// .*\n)+)", RegexOptions.Multiline)]
    private static partial Regex Printed();
}
