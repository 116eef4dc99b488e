using BalanceGen.Evaluation;
using BalanceGen.Tests.Sampling;
using MathNet.Numerics.Distributions;
using Xunit.Abstractions;

namespace BalanceGen.Tests.Evaluation;

/// <summary>
/// A mixture of two normal distributions, N(−1, 1) with the share 0.95 and N(1, 1) with 0.05, whose posterior is a logistic function: a model trained on balanced draws and corrected is as well
/// calibrated as one trained on the data as it is, within the standard error, as soon as there are enough rows.
/// </summary>
/// <remarks>
/// With few rows it is not: 100 rows that count for as much as the 1,900 others make the slope vary more than the likelihood of the data as it is would. What that costs is of the order of the
/// variance of the parameters, 1/rows; the spread of the difference is of the order of their deviation, 1/√rows. Training and test rows of the two are the same, so that the difference of the
/// errors is measured far better than either.
/// </remarks>
public sealed class KnownMixtureTests(ITestOutputHelper output)
{
    private const double RareShare = 0.05;
    private const int TestRows = 20_000;

    /// <summary>A quantile of Student's t with 99 degrees of freedom: the two-sided test at 5 %.</summary>
    private const double TwoSided = 1.984;

    /// <summary>The number of rows and of repetitions, in the long run also the largest of the page.</summary>
    public static TheoryData<int, int> ManyRows() => Environment.GetEnvironmentVariable("BALANCEGEN_LONG_SWEEPS") == "1"
        ? new() { { 200_000, 100 }, { 1_000_000, 30 } }
        : new() { { 200_000, 100 } };

    [Theory]
    [MemberData(nameof(ManyRows))]
    public void Of_many_rows_a_corrected_model_of_balanced_draws_is_as_well_calibrated_as_one_of_natural_draws(int rows, int replicates)
    {
        Comparison found = Compare(rows, replicates);
        Assert.True(Math.Abs(found.Difference) <= found.StandardError, found.ToString());
        Assert.True(Math.Abs(found.BrierDifference) <= TwoSided * found.BrierStandardError, found.ToString());

        // Not because nothing could be seen: the error that is not corrected is some thousand times as large as what is seen here.
        Assert.True(found.StandardError < found.Uncorrected / 1000, found.ToString());
    }

    [Fact]
    public void Of_few_rows_it_is_a_little_worse()
    {
        Comparison found = Compare(trainingRows: 2000, replicates: 100);

        // Equivalence within a third of the error that natural draws have as well, and the loss that is left, both at 5 %.
        Assert.True(found.Difference + (TwoSided * found.StandardError) < found.Natural / 3, found.ToString());
        Assert.True(found.Difference - (TwoSided * found.StandardError) > 0, found.ToString());
        Assert.True(found.Difference + (TwoSided * found.StandardError) < found.Uncorrected / 100, found.ToString());
        Assert.True(found.BrierDifference - (TwoSided * found.BrierStandardError) > 0, found.ToString());
    }

    [Fact]
    public void Ten_times_the_rows_leave_less_than_a_third_of_that()
    {
        double few = Compare(trainingRows: 2000, replicates: 100).BrierDifference;
        double more = Compare(trainingRows: 20_000, replicates: 100).BrierDifference;
        Assert.InRange(more, 0, few / 3);
    }

    private Comparison Compare(int trainingRows, int replicates)
    {
        var differences = new double[replicates];
        var briers = new double[replicates];
        (double natural, double uncorrected) = (0, 0);
        int rare = (int)(trainingRows * RareShare);
        RowIndex index = RowIndex.Build(new ClassSet("frequent", "rare"), (int[])[.. Enumerable.Range(0, trainingRows).Select(row => row < rare ? 1 : 0)]);
        for (int replicate = 0; replicate < replicates; replicate++)
        {
            var numbers = new Xorshift((ulong)(replicate + 1));
            double[] features = [.. Enumerable.Range(0, trainingRows).Select(row => Feature(numbers, row < rare))];
            var balanced = new BalancedSampler(index, replicate);
            PosteriorCorrection correction = balanced.Plan.CorrectionTo(TargetDistribution.AsSource);

            (double Offset, double Slope) ofBalanced = Fit(features, rare, balanced.RowsOf(0, 20 * trainingRows), 0.5);
            (double Offset, double Slope) ofNatural = Fit(features, rare, new RandomSampler(index, replicate).RowsOf(0, trainingRows), RareShare);

            int[] truth = [.. Enumerable.Range(0, TestRows).Select(_ => numbers.Below(1_000_000) < RareShare * 1_000_000 ? 1 : 0)];
            double[] tested = [.. truth.Select(label => Feature(numbers, label == 1))];
            double[] raw = Probabilities(ofBalanced, tested);
            double[] corrected = [.. raw];
            correction.Apply<double>(corrected);
            CalibrationTable plain = Table(index.Classes, truth, Probabilities(ofNatural, tested));
            CalibrationTable mended = Table(index.Classes, truth, corrected);
            differences[replicate] = mended.ExpectedCalibrationError - plain.ExpectedCalibrationError;
            briers[replicate] = mended.BrierScore - plain.BrierScore;
            natural += plain.ExpectedCalibrationError / replicates;
            uncorrected += Table(index.Classes, truth, raw).ExpectedCalibrationError / replicates;
        }

        // Paired: the standard error of the mean difference, not the deviation of one measurement.
        var found = new Comparison(trainingRows, natural, differences.Average(), ErrorOfMean(differences), briers.Average(), ErrorOfMean(briers), uncorrected);
        output.WriteLine(found.ToString());
        return found;
    }

    private static double ErrorOfMean(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(one => (one - mean) * (one - mean)) / (values.Length - 1) / values.Length);
    }

    /// <summary>What is known of the probability of the rare class.</summary>
    private static CalibrationTable Table(ClassSet classes, int[] truth, double[] probabilities)
    {
        var table = new CalibrationTable(classes, ofClass: 1);
        table.Add<double>(truth, probabilities);
        return table;
    }

    private static double Feature(Xorshift numbers, bool isRare) => Normal.InvCDF(isRare ? 1 : -1, 1, (numbers.Below(int.MaxValue - 1) + 1.0) / int.MaxValue);

    private static double[] Probabilities((double Offset, double Slope) model, double[] features) =>
        [.. features.SelectMany(feature => (double[])[1 - Logistic(model, feature), Logistic(model, feature)])];

    private static double Logistic((double Offset, double Slope) model, double feature) => 1 / (1 + Math.Exp(-model.Offset - (model.Slope * feature)));

    /// <summary>Logistic regression on drawn rows by Newton's method, to the last digit, from the posterior of the mixture with that share of the rare class.</summary>
    private static (double Offset, double Slope) Fit(double[] features, int rare, int[] drawn, double share)
    {
        var times = new double[features.Length];
        foreach (int row in drawn)
        {
            times[row]++;
        }

        (double Offset, double Slope) model = (Math.Log(share / (1 - share)), 2);
        for (int step = 0; step < 30; step++)
        {
            (double Offset, double Slope) before = model;
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
            if (Math.Abs(model.Offset - before.Offset) + Math.Abs(model.Slope - before.Slope) < 1e-12)
            {
                return model;
            }
        }

        throw new InvalidOperationException("Newton's method did not converge.");
    }

    private sealed record Comparison(int Rows, double Natural, double Difference, double StandardError, double BrierDifference, double BrierStandardError, double Uncorrected)
    {
        public override string ToString() => $"{Rows:N0} rows: calibration error {Natural:G4} of natural draws, {Difference:G3} more of balanced ones corrected (standard error {StandardError:G3}), " +
            $"{Uncorrected:G4} without a correction; Brier score {BrierDifference:G3} more (standard error {BrierStandardError:G3})";
    }
}
