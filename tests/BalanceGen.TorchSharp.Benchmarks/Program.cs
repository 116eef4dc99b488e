using System.Diagnostics;
using System.Globalization;
using BalanceGen.TorchSharp.Benchmarks;
using TorchSharp;

// Time per row of each way to get batches, in turns, as medians; and how long a training step waits.
const int Rows = 20_000;
const int Rounds = 15;

torch.set_num_threads(1);
var data = Picture.Classes.Index(Picture.Random(Rows));
foreach (int batchSize in new[] { 32, 256 })
{
    IReadOnlyList<LoadCase> cases = LoadCases.Of(data, batchSize);
    double[][] times = [.. cases.Select(_ => new double[Rounds])];
    for (int round = -1; round < Rounds; round++)
    {
        for (int place = 0; place < cases.Count; place++)
        {
            long started = Stopwatch.GetTimestamp();
            long rows = cases[place].Epoch(round + 1);
            double elapsed = Stopwatch.GetElapsedTime(started).TotalNanoseconds;
            if (rows != Rows)
            {
                throw new InvalidOperationException($"{cases[place].Name} gave {rows} rows.");
            }

            if (round >= 0)
            {
                times[place][round] = elapsed / rows;
            }
        }
    }

    Console.WriteLine($"{Rows:N0} rows of 28 × 28 floats, batches of {batchSize}, {Rounds} rounds in turns:");
    double[] byHand = times[0];
    for (int place = 0; place < cases.Count; place++)
    {
        // Ratios within a round, because the machine's pace changes from one to the next.
        double ratio = Median([.. times[place].Zip(byHand, (time, hand) => time / hand)]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {cases[place].Name,-24}{Median(times[place]),10:F0} ns a row{ratio,8:F2} × by hand"));
    }

    foreach (int place in new[] { 1, 2, 3 })
    {
        double faster = Median([.. times[place].Zip(times[4].Zip(times[5], Math.Min), (time, loader) => loader / time)]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {cases[place].Name,-24}{faster,10:F1} × as fast as the faster DataLoader"));
    }
}

WaitMeasurement.Print(data);

static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
