using System.Reflection;
using BalanceGen.Generators.Diagnostics.Usage.Reading;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;
using BalanceGen.Tests;

namespace BalanceGen.Generators.Tests;

/// <summary>The names that the generator and its rules share with the library.</summary>
public sealed class LibraryNamesTests
{
    private static string Generators => Path.Combine(Repository.Root, "generators", "BalanceGen.Generators");

    [Fact]
    public void Names_are_those_of_the_library()
    {
        Assert.Equal(LibraryNames.BalancedDataset, typeof(BalancedDatasetAttribute).FullName);
        Assert.Equal(LibraryNames.Companion, typeof(BalancedDatasetAttribute<>).FullName);
        Assert.Equal(LibraryNames.Library, typeof(BalancedDatasetAttribute).Namespace);
    }

    [Fact]
    public void Every_type_of_the_library_that_the_rules_look_for_is_there()
    {
        KnownTypes types = Assert.IsType<KnownTypes>(KnownTypes.In(TestCompilation.Of("")));
        Assert.All(
            typeof(KnownTypes).GetProperties(BindingFlags.Public | BindingFlags.Instance),
            property => Assert.True(property.GetValue(types) is not null, $"{property.Name} is not a type of the library."));
    }

    /// <summary>A mark that no member carries, or that no rule reads, is of no use.</summary>
    [Fact]
    public void Every_mark_is_on_a_member_of_the_library_and_read_by_a_rule()
    {
        Assembly library = typeof(BalancedDatasetAttribute).Assembly;
        Type[] marks = [.. library.GetTypes().Where(type => type.Namespace == "BalanceGen.CompilerServices" && type.IsSubclassOf(typeof(Attribute)) && type.IsPublic)];
        HashSet<Type> used = [.. library.GetTypes().SelectMany(Members).SelectMany(member => member.CustomAttributes).Select(attribute => attribute.AttributeType)];
        string reader = File.ReadAllText(Path.Combine(Generators, "Diagnostics", "Usage", "Reading", "LibraryFacts.cs"));
        Assert.InRange(marks.Length, 8, 100);
        Assert.All(marks, mark => Assert.True(used.Contains(mark), $"{mark.Name} is on no member."));
        Assert.All(marks, mark => Assert.Contains($"\"{mark.Name}\"", reader, StringComparison.Ordinal));
    }

    private static IEnumerable<Attributes> Members(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        yield return new(type.CustomAttributes);
        foreach (MemberInfo member in type.GetMembers(All))
        {
            yield return new(member.CustomAttributes);
            foreach (ParameterInfo parameter in (member as MethodBase)?.GetParameters() ?? [])
            {
                yield return new(parameter.CustomAttributes);
            }
        }
    }

    private readonly record struct Attributes(IEnumerable<CustomAttributeData> CustomAttributes);
}
