namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0218: an ML.NET split is given the label as its sampling key, which keeps all rows of a class in one subset.</summary>
internal sealed class LabelAsSamplingKeyRule() : UsageRule(Descriptors.LabelAsSamplingKey)
{
    /// <summary>The name that ML.NET and the library use if the code has none.</summary>
    private const string DefaultLabel = "Label";

    public override void Check(UsageContext context)
    {
        foreach (IInvocationOperation split in context.Operations.OfType<IInvocationOperation>())
        {
            if (context.Types.Trainers.IsOfMl(split.TargetMethod)
                && split.Arguments.Written("samplingKeyColumnName") is { } key
                && ConstantValues.Text(key, context.Locals) is { } name
                && LabelsIn(context).Contains(name))
            {
                context.Report(Rule, key.Syntax.GetLocation(), name, split.TargetMethod.Name, Replacement(split.TargetMethod.Name));
            }
        }
    }

    private static string Replacement(string method) => method switch
    {
        "TrainTestSplit" => "StratifiedTrainTestSplit",
        "CrossValidationSplit" => "StratifiedCrossValidationSplit",
        _ => "StratifiedCrossValidate",
    };

    /// <summary>The columns that the body uses as labels.</summary>
    private static IEnumerable<string> LabelsIn(UsageContext context) =>
        context.Operations.Select(operation => operation switch
            {
                IArgumentOperation { Parameter.Name: "labelColumnName", Value: var value } => ConstantValues.Text(value, context.Locals),
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "LabelColumnName" } or IFieldReferenceOperation { Field.Name: "LabelColumnName" }, Value: var value } =>
                    ConstantValues.Text(value, context.Locals),
                _ => null,
            })
            .OfType<string>()
            .Append(DefaultLabel);
}
