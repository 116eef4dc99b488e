using BalanceGen.Generators.Model;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>A kind of label has a case, from which its snapshot and its five edits follow.</summary>
public sealed class LabelKindTests
{
    [Fact]
    public void Every_model_of_a_label_has_a_case()
    {
        IEnumerable<string> kinds = typeof(LabelModel).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LabelModel))).Select(type => type.Name);
        IEnumerable<string> seen =
        [
            .. from source in Cases.All.Values
               from step in GeneratorRun.Of(source).Result.TrackedSteps.Values.SelectMany(steps => steps)
               from output in step.Outputs
               from label in LabelsOf(output.Value)
               select label.GetType().Name,
        ];

        string[] missing = [.. kinds.Except(seen).Except([nameof(UnknownClassesModel)])];
        Assert.True(missing.Length == 0, $"tests/BalanceGen.Generators.Tests/Harness/Cases.cs: add a case with a label of {string.Join(", ", missing)}.");
    }

    /// <summary>The label of a target, and what is inside of it.</summary>
    private static IEnumerable<LabelModel> LabelsOf(object value)
    {
        LabelModel? label = value switch
        {
            TargetModel target => target.Label,
            CountedTarget counted => counted.Target.Label,
            _ => null,
        };
        while (label is not null)
        {
            yield return label;
            label = label switch
            {
                RuledLabelModel ruled => ruled.Labels,
                MultiLabelModel several => several.Labels,
                _ => null,
            };
        }
    }
}
