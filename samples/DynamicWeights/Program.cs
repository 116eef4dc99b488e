using BalanceGen.Weights;
using System.Globalization;
using System.Text;
using BalanceGen;
using Digits.Reports;

namespace DynamicWeights;

/// <summary>
/// Weights that follow each batch, in a training loop on real images: how the formulas that are passed on for Keras become NaN with the first
/// batch that lacks a class, and how the same formulas do not. <c>dotnet run -c Release --project samples/DynamicWeights</c>.
/// </summary>
public static class Program
{
    private const int Eights = 25;
    private const long Seed = 42;

    /// <summary>Runs the sample.</summary>
    public static void Main()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var page = new Page(Console.Out);
        DigitImages images = DigitImages.Read(Eights);
        IndexedDataset<DigitImage> training = DigitImage.Classes.Index(images.Training);

        page.Heading("The data");
        page.Verbatim(training.Counts.ToString().Split('\n'));

        WriteOneBatch(page);
        WriteTrainings(page, images, training);
    }

    private static void WriteOneBatch(Page page)
    {
        page.Heading("One batch without an eight");
        page.Say("Answers about dynamic class weights in Keras come with a warning: their loss is NaN or infinite if the count of a class is zero. Four rows, none an eight:");
        IndexedDataset<DigitImage> others = DigitImage.Classes.Index(Enumerable.Range(0, 4).Select(_ => new DigitImage([], IsEight: false)).ToArray());
        Span<double> weights = stackalloc double[4];
        var table = new Lines("formula", "weights", "sum");
        foreach (Batch<DigitImage> batch in others.Batches(others.SequentialSampler(), batchSize: 4))
        {
            WeightingScheme.AsInKerasAnswers.Weigh(batch, weights);
            table.Add(WeightingScheme.AsInKerasAnswers.Name, Join(weights), Number(weights[0] + weights[1] + weights[2] + weights[3]));
            foreach (SingleClassBatchPolicy policy in new[] { SingleClassBatchPolicy.PresentClasses, SingleClassBatchPolicy.Unweighted, SingleClassBatchPolicy.ZeroWeight })
            {
                double sum = batch.DynamicSampleWeights(weights, DynamicWeighting.InverseShare with { SingleClassBatch = policy });
                table.Add($"InverseShare, SingleClassBatch = {policy}", Join(weights), Number(sum));
            }

            page.Show(table);
            try
            {
                batch.DynamicSampleWeights(weights, DynamicWeighting.InverseShare with { SingleClassBatch = SingleClassBatchPolicy.Throw });
            }
            catch (SingleClassBatchException error)
            {
                page.Say($"SingleClassBatch = Throw: {error.Message}");
            }
        }
    }

    private static void WriteTrainings(Page page, DigitImages images, IndexedDataset<DigitImage> training)
    {
        page.Heading("Thirty epochs of logistic regression");
        var table = new Lines("weights", "ruined by batch", "recall", "precision", "F1");
        TrainingResult? last = null;
        foreach (WeightingScheme scheme in WeightingScheme.All(training.Counts))
        {
            last = Trainer.Train(training, images.Test, scheme, Seed);
            table.Add(
                scheme.Name,
                last.RuinedAtBatch is { } batch ? $"{batch} of {last.Batches}" : "no",
                last.RuinedAtBatch is null ? Number(last.Recall) : "-",
                last.RuinedAtBatch is null ? Number(last.Precision) : "-",
                last.RuinedAtBatch is null ? Number(last.F1) : "-");
        }

        page.Show(table);
        page.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{last!.SingleClassBatches} of the {last.Batches} batches hold no eight. The formula as written makes every parameter NaN with the first of them, and nothing brings it back."));
    }

    private static string Join(ReadOnlySpan<double> weights)
    {
        List<string> texts = [];
        foreach (double weight in weights)
        {
            texts.Add(Number(weight));
        }

        return string.Join("  ", texts);
    }

    private static string Number(double value) => double.IsNaN(value) ? "NaN" : value.ToString("F3", CultureInfo.InvariantCulture);
}
