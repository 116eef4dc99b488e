namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0211: weights or a sampler are made from data with an empty class, without a policy for it.</summary>
internal sealed class EmptyClassUsedRule() : UsageRule(Descriptors.EmptyClassUsed)
{
    public override void Check(UsageContext context)
    {
        foreach (IInvocationOperation call in context.Operations.OfType<IInvocationOperation>())
        {
            if (NeedsPolicy(call.TargetMethod, context.Types) && !call.Arguments.Any(argument => IsPolicy(argument, context.Types)))
            {
                Check(context, call, call.Arguments[0].Value, call.TargetMethod.FullName());
            }
        }

        foreach (SamplerCreation creation in context.Samplers)
        {
            // Samplers with one weight per row have neither parameter. The targets of a schedule are not checked.
            bool hasTables = creation.Argument(context.Types.SamplerTables) is not null;
            bool drawsByClass = (creation.Has(context.Types.ZeroCountPolicy) || hasTables) && creation.Argument("schedule") is null;
            if (drawsByClass && creation.Argument(context.Types.ZeroCountPolicy) is null && creation.IsUniform(context.Types, context.Locals))
            {
                Check(context, creation.Operation, creation.Source, creation.Sampler.Name, hasTables);
            }
        }
    }

    /// <summary>Whether a method makes something of class counts and takes a policy. Its signature tells.</summary>
    private static bool NeedsPolicy(IMethodSymbol method, KnownTypes types) =>
        method is { IsStatic: true, IsExtensionMethod: false, Parameters: { Length: > 0 } parameters }
        && types.IsOfLibrary(method)
        && KnownTypes.Is(parameters[0].Type, types.ClassCounts)
        && parameters.Any(parameter => KnownTypes.Is(parameter.Type, types.ZeroCountPolicy));

    private static bool IsPolicy(IArgumentOperation argument, KnownTypes types) =>
        argument.ArgumentKind != ArgumentKind.DefaultValue && KnownTypes.Is(argument.Parameter?.Type, types.ZeroCountPolicy);

    private void Check(UsageContext context, IOperation made, IOperation? data, string what, bool hasTables = false)
    {
        if (context.Datasets.RowTypeOf(data) is not { } row
            || KnownCounts.Of(row, context) is not { } counts
            || (hasTables && counts.AllowsEmptyClasses)
            || Catches.Around(made, "EmptyClassException", "BalanceGenException", "ArgumentException")
            || new CountGuards(new CountReading(context), count: null).Protect(made))
        {
            return;
        }

        int empty = Enumerable.Range(0, counts.Label.ClassCount).FirstOrDefault(counts.IsEmpty);
        if (counts.IsEmpty(empty))
        {
            string? policy = counts.DeclaresPolicy ? $"{TypeNames.Qualified(row)}.{LibraryNames.GeneratedClasses}.ZeroCounts" : null;

            // Tables carry the policy that the record declares, and a call with tables takes no other.
            string remedy = hasTables ? $"declare ZeroCounts = ZeroCountRule.ZeroWeight in [BalancedDataset] of '{row.Name}', which its tables obey" : "pass a ZeroCountPolicy";
            context.Report(Rule, OperationReading.NameOf(made), FixData.Of("Policy", policy), what, counts.Label.ClassName(empty), row.Name, counts.Describe(empty), remedy);
        }
    }
}
