using BalanceGen.Evaluation;
using BalanceGen.Tests.Sampling;
using MathNet.Numerics.Distributions;
using Xunit.Abstractions;

namespace BalanceGen.Tests.Evaluation;

/// <summary>
/// A mixture of two normal distributions, N(−1, 1) with the share 0.95 and N(1, 1) with 0.05, whose posterior is a logistic function: what a model trained on balanced draws says, corrected,
/// is nearly as well calibrated as what a model trained on the data as it is says.
/// </summary>
/// <remarks>
/// Not quite: 100 rows that count for as much as the 1,900 others make the slope vary more than the likelihood of the data as it is would. Training and test rows of the two are the same, so that the difference of the
/// errors is measured far better than either.
/// </remarks>
public sealed class KnownMixtureTests(ITestOutputHelper output)
{
    private const double RareShare = 0.05;
    private const int TrainingRows = 2000;
    private const int TestRows = 20_000;
    private const int Replicates = 100;

    /// <summary>Quantiles of Student's t with 99 degrees of freedom: the two-sided test at 5 %.</summary>
    private const double TwoSided = 1.984;

    [Fact]
    public void A_corrected_model_of_balanced_draws_is_nearly_as_well_calibrated_as_one_of_natural_draws()
    {
        var differences = new double[Replicates];
        var plains = new double[Replicates];
        double uncorrected = 0;
        for (int replicate = 0; replicate < Replicates; replicate++)
        {
            var numbers = new Xorshift((ulong)(replicate + 1));
            double[] features = [.. Enumerable.Range(0, TrainingRows).Select(row => Feature(numbers, row < TrainingRows * RareShare))];
            int rare = (int)(TrainingRows * RareShare);
            RowIndex index = RowIndex.Build(new ClassSet("frequent", "rare"), (int[])[.. Enumerable.Range(0, TrainingRows).Select(row => row < rare ? 1 : 0)]);
            var balanced = new BalancedSampler(index, replicate);
            PosteriorCorrection correction = balanced.Plan.CorrectionTo(TargetDistribution.AsSource);

            (double Offset, double Slope) ofBalanced = Fit(features, rare, balanced.RowsOf(0, 20 * TrainingRows));
            (double Offset, double Slope) ofNatural = Fit(features, rare, new RandomSampler(index, replicate).RowsOf(0, TrainingRows));

            int[] truth = [.. Enumerable.Range(0, TestRows).Select(_ => numbers.Below(1_000_000) < RareShare * 1_000_000 ? 1 : 0)];
            double[] tested = [.. truth.Select(label => Feature(numbers, label == 1))];
            double[] raw = Probabilities(ofBalanced, tested);
            double[] corrected = [.. raw];
            correction.Apply<double>(corrected);
            double plain = ErrorOf(index.Classes, truth, Probabilities(ofNatural, tested));
            differences[replicate] = ErrorOf(index.Classes, truth, corrected) - plain;
            plains[replicate] = plain;
            uncorrected += ErrorOf(index.Classes, truth, raw) / Replicates;
        }

        // Paired: the standard error of the mean difference, not the deviation of one measurement.
        double natural = plains.Average();
        double difference = differences.Average();
        double standardError = Math.Sqrt(differences.Sum(one => (one - difference) * (one - difference)) / (Replicates - 1) / Replicates);
        string found = $"{natural:G4} of natural draws, {difference:G4} more of balanced ones corrected (standard error {standardError:G4}), {uncorrected:G4} without a correction";
        output.WriteLine(found);

        // Equivalence within a third of the error that natural draws have as well, and the loss that is left, both at 5 %.
        Assert.True(difference + (TwoSided * standardError) < natural / 3, found);
        Assert.True(difference - (TwoSided * standardError) > 0, found);
        Assert.True(difference + (TwoSided * standardError) < uncorrected / 100, found);
    }

    /// <summary>The calibration error of the probability of the rare class.</summary>
    private static double ErrorOf(ClassSet classes, int[] truth, double[] probabilities)
    {
        var table = new CalibrationTable(classes, ofClass: 1);
        table.Add<double>(truth, probabilities);
        return table.ExpectedCalibrationError;
    }

    private static double Feature(Xorshift numbers, bool isRare) => Normal.InvCDF(isRare ? 1 : -1, 1, (numbers.Below(int.MaxValue - 1) + 1.0) / int.MaxValue);

    private static double[] Probabilities((double Offset, double Slope) model, double[] features) =>
        [.. features.SelectMany(feature => (double[])[1 - Logistic(model, feature), Logistic(model, feature)])];

    private static double Logistic((double Offset, double Slope) model, double feature) => 1 / (1 + Math.Exp(-model.Offset - (model.Slope * feature)));

    /// <summary>Logistic regression on drawn rows by Newton's method, to the last digit.</summary>
    private static (double Offset, double Slope) Fit(double[] features, int rare, int[] drawn)
    {
        var times = new double[features.Length];
        foreach (int row in drawn)
        {
            times[row]++;
        }

        (double Offset, double Slope) model = (0, 0);
        for (int step = 0; step < 30; step++)
        {
            (double gradient0, double gradient1, double h00, double h01, double h11) = (0, 0, 0, 0, 0);
            for (int row = 0; row < features.Length; row++)
            {
                double probability = Logistic(model, features[row]);
                double error = times[row] * ((row < rare ? 1 : 0) - probability);
                double curvature = times[row] * probability * (1 - probability);
                gradient0 += error;
                gradient1 += error * features[row];
                h00 += curvature;
                h01 += curvature * features[row];
                h11 += curvature * features[row] * features[row];
            }

            double determinant = (h00 * h11) - (h01 * h01);
            model.Offset += ((h11 * gradient0) - (h01 * gradient1)) / determinant;
            model.Slope += ((h00 * gradient1) - (h01 * gradient0)) / determinant;
        }

        return model;
    }
}
