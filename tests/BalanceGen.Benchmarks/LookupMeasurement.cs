using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Benchmarks;

/// <summary>
/// From a class name to its index: what generated code calls, and the class set, beside a dictionary, a frozen one and a switch of the compiler, by turns. Names are two words,
/// as those of species, are asked for in no order, and are other objects than the declared ones, as a reader of a file makes them.
/// </summary>
internal static class LookupMeasurement
{
    private const int Lookups = 200_000;
    private const int Rounds = 21;

    /// <summary>So many that the runtime has compiled all of it for the last time.</summary>
    private const int WarmUps = 90;

    /// <summary>The compiler's time for a switch grows faster than the number of its labels.</summary>
    private const int MostInSwitch = 1203;

    private static readonly int[] Sizes = [4, 37, 257, 1203, 8142, 40_000];

    public static void Run()
    {
        foreach (int size in Sizes)
        {
            Measure(size);
        }
    }

    private static void Measure(int size)
    {
        var random = new Random(size);
        string[] names = Names(size, random);
        string[] read = [.. names.Select(name => new string(name.AsSpan()))];
        string[] asked = [.. Enumerable.Range(0, Lookups).Select(_ => read[random.Next(size)])];
        var lookup = new LabelLookup(LabelComparison.Ordinal, names);
        var classes = new ClassSet(names);
        Dictionary<string, int> dictionary = names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        var ofSpan = dictionary.GetAlternateLookup<ReadOnlySpan<char>>();
        FrozenDictionary<string, int> frozen = dictionary.ToFrozenDictionary(StringComparer.Ordinal);
        var frozenOfSpan = frozen.GetAlternateLookup<ReadOnlySpan<char>>();
        var cases = new List<(string Name, Func<long> Run)>
        {
            ("lookup", () => { long sum = 0; foreach (string text in asked) { sum += lookup.IndexOf(text); } return sum; }),
            ("lookup_span", () => { long sum = 0; foreach (string text in asked) { sum += lookup.IndexOf(text.AsSpan()); } return sum; }),
            ("class_set", () => { long sum = 0; foreach (string text in asked) { classes.TryIndexOf(text, out int index); sum += index; } return sum; }),
            ("dictionary", () => { long sum = 0; foreach (string text in asked) { dictionary.TryGetValue(text, out int index); sum += index; } return sum; }),
            ("dictionary_span", () => { long sum = 0; foreach (string text in asked) { ofSpan.TryGetValue(text, out int index); sum += index; } return sum; }),
            ("frozen", () => { long sum = 0; foreach (string text in asked) { frozen.TryGetValue(text, out int index); sum += index; } return sum; }),
            ("frozen_span", () => { long sum = 0; foreach (string text in asked) { frozenOfSpan.TryGetValue(text, out int index); sum += index; } return sum; }),
        };
        if (size <= MostInSwitch)
        {
            Func<string[], long> bySwitch = Switch(names);
            cases.Add(("switch", () => bySwitch(asked)));
        }

        Print(size, cases, asked.Sum(text => (long)dictionary[text]));
    }

    private static void Print(int size, List<(string Name, Func<long> Run)> cases, long expected)
    {
        List<double>[] seconds = [.. cases.Select(_ => new List<double>())];
        var allocated = new long[cases.Count];
        for (int round = -WarmUps; round < Rounds; round++)
        {
            // The runtime compiles methods anew when nothing else has been compiled for a while.
            Thread.Sleep(round is > -70 and < -40 ? 20 : 0);
            for (int place = 0; place < cases.Count; place++)
            {
                long bytes = GC.GetAllocatedBytesForCurrentThread();
                double start = ThreadTime.Seconds;
                long sum = cases[place].Run();
                double elapsed = ThreadTime.Seconds - start;
                allocated[place] = GC.GetAllocatedBytesForCurrentThread() - bytes;
                if (sum != expected)
                {
                    throw new InvalidOperationException($"{cases[place].Name} finds other classes.");
                }

                if (round >= 0)
                {
                    seconds[place].Add(elapsed);
                }
            }
        }

        IEnumerable<string> times = cases.Select((item, place) =>
            string.Create(CultureInfo.InvariantCulture, $"\"{item.Name}\":{seconds[place].Order().ElementAt(Rounds / 2) * 1e9 / Lookups:F1}"));
        Console.WriteLine($$"""{"names":{{size}},"ns_per_lookup":{{{string.Join(',', times)}}},"allocated_bytes":{{allocated.Max()}}}""");
    }

    /// <summary>What a C# programmer would write, compiled as the compiler does it.</summary>
    private static Func<string[], long> Switch(string[] names)
    {
        string arms = string.Concat(names.Select((name, index) => string.Create(CultureInfo.InvariantCulture, $"\"{name}\" => {index}, ")));
        string source = $"public static class ByHand {{ static int Of(string text) => text switch {{ {arms}_ => -1 }}; public static long Sum(string[] texts) {{ long sum = 0; foreach (string text in texts) {{ sum += Of(text); }} return sum; }} }}";
        var compiled = new MemoryStream();
        CSharpCompilation compilation = CSharpCompilation.Create(
            $"Switch{names.Length}",
            [CSharpSyntaxTree.ParseText(source)],
            SdkPack.ReferencesWithLibrary(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        if (!compilation.Emit(compiled).Success)
        {
            throw new InvalidOperationException("The switch does not compile.");
        }

        compiled.Position = 0;
        MethodInfo method = AssemblyLoadContext.Default.LoadFromStream(compiled).GetType("ByHand")!.GetMethod("Sum")!;
        return method.CreateDelegate<Func<string[], long>>();
    }

    private static string[] Names(int count, Random random)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (names.Count < count)
        {
            string genus = Word(random);
            for (int species = random.Next(1, 6); species > 0 && names.Count < count; species--)
            {
                names.Add($"{char.ToUpperInvariant(genus[0])}{genus.AsSpan(1)} {Word(random)}");
            }
        }

        return [.. names];
    }

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(2, 6)).Select(_ => $"{"bcdfglmnprstvx"[random.Next(14)]}{"aeiou"[random.Next(5)]}"));
}
