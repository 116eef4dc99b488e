using System.Reflection;

namespace BalanceGen.Tests.Batching;

/// <summary>The data set's methods that make samplers are the samplers' constructors without the index.</summary>
public sealed class SamplerMethodTests
{
    [Fact]
    public void Every_constructor_has_a_method_with_the_same_parameters_and_defaults_in_the_same_order()
    {
        string[] constructors =
        [
            .. from type in typeof(Sampler).Assembly.GetExportedTypes()
               where type.IsSubclassOf(typeof(Sampler))
               from constructor in type.GetConstructors()
               let parameters = constructor.GetParameters()
               where parameters[0].ParameterType == typeof(RowIndex)
               select $"{type.Name}({Text(parameters[1..])})",
        ];
        string[] methods =
        [
            .. from method in typeof(IndexedDataset<Pet>).GetMethods(BindingFlags.Public | BindingFlags.Instance)
               where method.ReturnType.IsSubclassOf(typeof(Sampler))
               select $"{method.Name}({Text(method.GetParameters())})",
        ];

        Assert.True(constructors.Length >= 15);
        Assert.Equal(constructors.Order(StringComparer.Ordinal), methods.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_number_of_draws_in_an_epoch_has_one_name()
    {
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(101, 3), default(Pet.Indexer));
        Assert.Equal(33, pets.WeightedRandomSampler(1, 33, replacement: false).EpochLength);
        Assert.Equal(33, pets.RandomSampler(1, replacement: true, epochLength: 33).EpochLength);
        Assert.True(pets.RandomSampler(1, replacement: true).Replacement);
        Assert.Equal(2, pets.RepeatFactorSampler(1, new ClassWeights(pets.Classes, 2, 1, 1)).RepeatFactors["cat"]);
    }

    private static string Text(IEnumerable<ParameterInfo> parameters) =>
        string.Join(", ", parameters.Select(parameter => $"{parameter.ParameterType} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "default"}" : "")}"));
}
