namespace BalanceGen.Tool.Analysis;

/// <summary>Classes with no or few rows, each with what it breaks.</summary>
internal static class RareClassFindings
{
    private const int Named = 8;

    public static IEnumerable<Finding> Of(ClassCounts counts, int folds, int batchSize)
    {
        int[] rarest = Ranking.RarestFirst(counts);
        if (Find(rarest, index => counts[index] == 0) is { Length: > 0 } empty)
        {
            yield return Make(
                "emptyClass",
                Severity.Error,
                $"{Figures.Plural(empty.Length, "class has", "classes have")} no rows",
                "The inverse-frequency weight is infinite, and normalised weights become NaN: the loss is NaN from the first step. A model cannot learn the class, and a metric averaged over all classes counts it as 0.",
                counts,
                empty);
        }

        int present = counts.Classes.Count - counts.EmptyClasses.Count;
        if (present == 1)
        {
            yield return new Finding("onlyOneClass", Severity.Error, "Only one class has rows", "There is nothing to tell apart: every accuracy is 100 %, and every stratified sampler is the identity.", [counts.Classes[rarest[^1]]], 1);
        }

        if (Find(rarest, index => counts[index] == 1) is { Length: > 0 } single)
        {
            yield return Make(
                "singleRowClass",
                Severity.Warning,
                $"{Figures.Plural(single.Length, "class has", "classes have")} one row",
                "The row cannot be in both subsets of a split: either the class is never trained or it is never tested. A stratified split refuses it unless a policy says otherwise.",
                counts,
                single);
        }

        if (Find(rarest, index => counts[index] > 1 && counts[index] < folds) is { Length: > 0 } few)
        {
            yield return Make(
                "fewerRowsThanFolds",
                Severity.Warning,
                $"{Figures.Plural(few.Length, "class has", "classes have")} fewer rows than {folds} folds",
                "Some folds test the class on nothing; its score in them is 0/0.",
                counts,
                few);
        }

        if (Find(rarest, index => counts[index] > 0 && Math.Pow(1 - counts.ShareOf(index), batchSize) > 0.5) is { Length: > 0 } absent)
        {
            yield return Make(
                "absentFromBatches",
                Severity.Warning,
                $"{Figures.Plural(absent.Length, "class is", "classes are")} missing from more than half of the batches of {batchSize} rows",
                "Plain shuffling gives most steps no gradient for the class, and what one step learns the steps until the next forget.",
                counts,
                absent);
        }

        if (present > batchSize)
        {
            yield return new Finding(
                "batchSmallerThanClasses",
                Severity.Note,
                $"A batch of {batchSize} rows is smaller than the {Figures.Count(present)} classes that have rows",
                "No sampler can show every class in every batch; metrics and weights that are made per batch see a part of the classes.",
                [],
                present);
        }
    }

    private static int[] Find(int[] order, Func<int, bool> isMeant) => [.. order.Where(isMeant)];

    private static Finding Make(string kind, Severity severity, string title, string consequence, ClassCounts counts, int[] classes) =>
        new(kind, severity, title, consequence, [.. classes.Take(Named).Select(index => counts.Classes[index])], classes.Length);
}
