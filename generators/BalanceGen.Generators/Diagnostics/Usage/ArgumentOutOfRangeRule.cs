namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0213: a constant that the library refuses at run time.</summary>
internal sealed class ArgumentOutOfRangeRule() : UsageRule(Descriptors.ArgumentOutOfRange)
{
    public override void Check(UsageContext context)
    {
        foreach (LibraryCall call in LibraryCall.In(context))
        {
            foreach (IArgumentOperation argument in call.Arguments)
            {
                if (call.RangeOf(argument) is { } range && !Catches.Around(call.Operation, "ArgumentOutOfRangeException", "ArgumentException"))
                {
                    Check(context, call, argument, range);
                }
            }

            CheckBatchSize(context, call);
        }
    }

    /// <summary>Reports a batch size that is not a multiple of the size of the batches that the sampler composes.</summary>
    private void CheckBatchSize(UsageContext context, LibraryCall call)
    {
        if (KnownTypes.Is(call.Operation.Type, context.Types.Batches)
            && call.Arguments.Written("batchSize") is { } batchSize
            && ConstantValues.Number(batchSize, context.Locals) is { } size and > 0
            && call.Arguments.Written("sampler") is { } sampler
            && context.SamplerOf(sampler)?.BatchSize(context) is { } whole and > 0
            && size % whole != 0
            && !Catches.Around(call.Operation, "BatchSizeException", "BalanceGenArgumentException", "BalanceGenException", "ArgumentException"))
        {
            string multiple = whole.ToString("R", CultureInfo.InvariantCulture);
            context.Report(
                Rule,
                batchSize.Unwrap().Syntax.GetLocation(),
                "batchSize",
                call.Name,
                size.ToString("R", CultureInfo.InvariantCulture),
                "a BatchSizeException",
                $"that is a multiple of {multiple}, the batch of the sampler");
        }
    }

    private void Check(UsageContext context, LibraryCall call, IArgumentOperation argument, ValueRange range)
    {
        IReadOnlyList<IOperation> values = ListedNumbers.Elements(argument.Value, context.Locals) ?? [argument.Value];
        foreach (IOperation value in values)
        {
            if (ConstantValues.Number(value, context.Locals) is { } number && !range.Contains(number))
            {
                IOperation place = context.Contains(value) ? value : argument.Value;
                context.Report(
                    Rule,
                    place.Unwrap().Syntax.GetLocation(),
                    argument.Parameter!.Name,
                    call.Name,
                    number.ToString("R", CultureInfo.InvariantCulture),
                    "an ArgumentOutOfRangeException",
                    range.Describe());
            }
        }
    }
}
