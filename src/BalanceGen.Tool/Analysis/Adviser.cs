namespace BalanceGen.Tool.Analysis;

/// <summary>What to do about a distribution, most important first.</summary>
internal static class Adviser
{
    public static IEnumerable<Advice> Of(Summary summary, IReadOnlyList<Finding> findings, RowOrder? order, ContentCheck? content, TrainingOutlook? outlook, string dataset)
    {
        int present = summary.Classes - summary.EmptyClasses;
        if (findings.FirstOrDefault(finding => finding.Kind == "undeclaredLabel") is { } undeclared)
        {
            yield return new Advice("Correct the labels that are no class", $"{undeclared.Title}: {string.Join(", ", undeclared.Examples)}.", "");
        }

        if (findings.Any(finding => finding.Kind == "sameLabelWrittenDifferently"))
        {
            yield return new Advice("Merge labels that are one class", "Some labels differ only in case, blanks, Unicode form or the way a number is written. Until they are merged every figure of their classes is wrong.", "");
        }

        if (content is { ConflictGroups: > 0 })
        {
            yield return new Advice(
                "Look at equal rows with different labels",
                $"{Figures.Plural(content.ConflictRows, "row", "rows")} in {Figures.Plural(content.ConflictGroups, "group", "groups")} cannot all be right: they limit every score, and resampling repeats them.",
                "");
        }

        if (summary.EmptyClasses > 0)
        {
            yield return new Advice(
                "Decide what the classes without rows are",
                $"{Figures.Plural(summary.EmptyClasses, "class has", "classes have")} no rows. Collect some, remove the class from the label, or say that it weighs nothing.",
                "var weights = ClassWeights.Balanced(counts, ZeroCountPolicy.ZeroWeight);");
        }

        if (order is { Kind: not "mixed" })
        {
            yield return new Advice("Shuffle the whole file, not a buffer of it", $"The rows are {order.Kind} by class.", $"var rows = {dataset};\nforeach (var batch in rows.Batches(rows.RandomSampler(seed: 42), batchSize: 32)) {{ … }}");
        }

        if (present < 2)
        {
            yield break;
        }

        foreach (Advice advice in ForRatio(summary, present, outlook, dataset))
        {
            yield return advice;
        }
    }

    private static IEnumerable<Advice> ForRatio(Summary summary, int present, TrainingOutlook? outlook, string dataset)
    {
        string ratio = Figures.Ratio(summary.ImbalanceRatio);
        int batch = outlook?.BatchSize ?? 32;
        if (summary.ImbalanceRatio <= 1.5)
        {
            yield return new Advice("Do nothing", $"With a ratio of {ratio} nothing has to be balanced.", "");
            yield break;
        }

        if (summary.ImbalanceRatio <= 10 && summary.ClassesUnder100 == 0)
        {
            yield return new Advice(
                "Train on the data as they are, and move the threshold",
                $"With a ratio of {ratio} and {Figures.Count(summary.RarestCount)} rows of the rarest class every class is learned. What imbalance moves is where the decision falls: adjust the logits of the finished model, or choose the threshold on validation data.",
                "var priors = LogitPriors.Of(counts, tau: 1);\npriors.SubtractFrom(logits);   // after training, before the arg max");
            yield return new Advice("Otherwise weigh the loss", "It costs nothing and changes no row.", "ClassWeights weights = ClassWeights.Balanced(counts);");
            yield break;
        }

        double repeats = summary.RarestCount == 0 ? 0 : (double)summary.Rows / present / summary.RarestCount;
        if (repeats > 100)
        {
            yield return new Advice(
                "Balance part of the way",
                $"Equal shares would show each row of '{summary.Rarest}' {Figures.Number(repeats)} times an epoch: it would be learned by heart. Square-root shares halve the imbalance on a logarithmic scale.",
                $"var sampler = {dataset}.BalancedSampler(seed: 42, target: TargetDistribution.SquareRoot);");
        }
        else
        {
            yield return new Advice(
                "Draw balanced batches",
                $"With a ratio of {ratio} a batch of {batch} rows seldom shows the rare classes. The balanced sampler gives every class its share in every batch, shows each row of '{summary.Rarest}' {Figures.Number(repeats)} times an epoch, and leaves no row out.",
                $"var rows = {dataset};\nvar sampler = rows.BalancedSampler(seed: 42);\nforeach (var batch in rows.Batches(sampler, batchSize: {batch}).Epoch(epoch)) {{ … }}");
        }

        yield return new Advice(
            "Or weigh the loss, but not both",
            "A balanced sampler and inverse-frequency weights together correct twice.",
            present > 50 ? "ClassWeights weights = ClassWeights.EffectiveNumber(counts, beta: 0.999);" : "ClassWeights weights = ClassWeights.Power(counts, 0.5);");
        yield return new Advice(
            "Or do nothing but move the threshold",
            "Logit adjustment after training needs no second run, and keeps the probabilities of the data.",
            "var priors = LogitPriors.Of(counts, tau: 1);\npriors.SubtractFrom(logits);");
        if (summary.ClassesUnder20 > 0)
        {
            yield return new Advice(
                "Collect rows of the rarest classes",
                $"{Figures.Plural(summary.ClassesUnder20, "class has", "classes have")} fewer than 20 rows. No sampler adds information to them, and a recall that is measured on a handful of rows says little.",
                "");
        }
    }
}
