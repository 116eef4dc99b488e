namespace BalanceGen.Tool.Plots;

/// <summary>The plots that a report has, in reading order, each with what it means for training.</summary>
internal static class ReportPlots
{
    private const int MostClassesInConfusion = 40;

    public static IEnumerable<Plot> Of(ImbalanceReport report)
    {
        ClassCounts counts = report.Counts;
        Summary summary = report.Summary;
        yield return new Plot(
            "histogram",
            "Rows of every class",
            "A gradient step sees a class in proportion to its bar, without the logarithm. Bars in red have fewer than 20 rows: nothing that is measured on them is certain.",
            width => ClassHistogram.Draw(counts, width));
        if (counts.Total == 0)
        {
            yield break;
        }

        if (summary.Classes > 2)
        {
            yield return new Plot(
                "longtail",
                "The long tail",
                $"Classes by rank. {Figures.Plural(summary.ClassesUnder20, "class lies", "classes lie")} in the region of few rows, where balancing repeats rows instead of adding any.",
                width => LongTail.Draw(counts, width));
        }

        yield return new Plot(
            "lorenz",
            "How unequal the classes are",
            $"The further the curve hangs below the diagonal, the fewer classes dominate the loss: they act like {Figures.Number(summary.EffectiveClasses)} equal classes of {Figures.Count(summary.Classes)}.",
            width => LorenzCurve.Draw(counts, summary.Gini, width));
        if (report.Training is { } training)
        {
            foreach (Plot plot in OfTraining(training, report))
            {
                yield return plot;
            }
        }

        if (report.Order is { } order)
        {
            yield return new Plot("position", "The classes along the file", order.Meaning, width => PositionPlot.Draw(order, counts, width));
        }

        if (report.Splits is { } splits)
        {
            yield return new Plot(
                "splits",
                "The splits side by side",
                "A validation set with other shares than the training set measures another problem; a hollow point is a class that the split does not have.",
                width => SplitPlot.Draw(splits, width));
        }

        if (report.Weights.Count > 0)
        {
            yield return new Plot(
                "weights",
                "Weights by scheme",
                "How much more the loss of a rare row counts. The steeper a line, the louder a single wrong label of a rare class.",
                width => WeightsPlot.Draw(report.Weights, counts, width));
        }

        if (report.MultiLabel is { CoOccurrenceClasses.Count: > 1 } multi)
        {
            string[] names = [.. multi.CoOccurrenceClasses.Select(index => counts.Classes[index])];
            yield return new Plot(
                "cooccurrence",
                "Which classes occur together",
                "A row that is repeated for its rare class brings its other classes along: what is dark in the row of a rare class grows with it.",
                width => MatrixPlot.Draw(
                    names,
                    multi.CoOccurrence,
                    row => multi.CoOccurrence[row][row],
                    (row, column) => row == column ? $"{names[row]}: {Figures.Count(multi.CoOccurrence[row][row])} rows" : $"{names[row]} and {names[column]}: {Figures.Count(multi.CoOccurrence[row][column])} rows",
                    width));
        }

        if (report.Predictions is { } predictions)
        {
            yield return new Plot(
                "recall",
                "Recall against training rows",
                $"Accuracy {Figures.Percent(predictions.Accuracy)}, mean recall {Figures.Percent(predictions.BalancedAccuracy)}. Where points fall to the left, the model has learned the frequent classes only.",
                width => RecallPlot.Draw(predictions, counts, width));
            if (counts.Classes.Count <= MostClassesInConfusion)
            {
                string[] names = counts.Classes.Names.ToArray();
                yield return new Plot(
                    "confusion",
                    "What is taken for what",
                    "Rows are true classes, columns predicted ones. A dark column of a frequent class takes the rows of the rare ones.",
                    width => MatrixPlot.Draw(
                        names,
                        predictions.Confusion,
                        row => predictions.Confusion[row].Sum(),
                        (row, column) => $"{names[row]} taken for {names[column]}: {Figures.Count(predictions.Confusion[row][column])} rows",
                        width));
            }
        }
    }

    private static IEnumerable<Plot> OfTraining(TrainingOutlook training, ImbalanceReport report)
    {
        ClassCounts counts = report.Counts;
        SamplerOutlook weighted = training.Samplers[1];
        SamplerOutlook? balanced = training.Samplers.FirstOrDefault(sampler => sampler.Name == "balanced");
        yield return new Plot(
            "batches",
            "Batches before and after",
            $"What {Figures.Plural(training.Batches, "batch", "batches")} of {training.BatchSize} rows held, drawn with seed {training.Seed}. A class that a batch lacks gets no gradient from it.",
            width => BatchPlot.Draw(training, counts, width));
        yield return new Plot(
            "absence",
            "The chance that a batch lacks a class",
            "In percent, for rows in random order: (1 − share) to the power of the batch size. Red cells are batches that forget the class.",
            width => AbsenceStrip.Draw(report.Classes, width));
        yield return new Plot(
            "times",
            "How often a row is seen",
            "Shuffling shows every row equally often. Weighted random draws leave rows of the frequent class unseen and repeat others by chance; the balanced sampler keeps all rows of a class within one draw of each other.",
            width => TimesSeenPlot.Draw(training, counts, width));
        if (training.CoverageTimes.Count > 0)
        {
            yield return new Plot(
                "coverage",
                "Epochs until all rows are seen",
                $"Weighted random draws need {Figures.Epochs(weighted.EpochsUntilAllSeen)} epochs on average until the last row was seen{(balanced is null ? "" : $"; the balanced sampler needs {Figures.Epochs(balanced.EpochsUntilAllSeen)}, every time")}. A run that ends earlier paid for labels that it never used.",
                width => CoverageDensityPlot.Draw(training, width));
        }

        yield return new Plot(
            "coverage-by-ratio",
            "Coverage by imbalance",
            "Two classes and 10,240 rows in all: the more imbalanced, the longer the rows of the frequent class wait for their turn in balanced batches. Exact order halves it and more.",
            width => CoverageByRatioPlot.Draw(training, report.Summary.ImbalanceRatio, width));
    }
}
