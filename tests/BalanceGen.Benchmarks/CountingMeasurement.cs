using System.Globalization;
using System.Text;
using BalanceGen.Counting;
using BalanceGen.Counting.Formats;

namespace BalanceGen.Benchmarks;

/// <summary>Counting a labelled file of 50 MB at build time, beside reading its lines. It should not take more than twice as long.</summary>
internal static class CountingMeasurement
{
    private const int Megabyte = 1_000_000;
    private const int Rounds = 7;

    public static void Run()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, FiftyMegabytes());
            double megabytes = (double)new FileInfo(path).Length / Megabyte;
            var file = new LabeledFile(path, "breed", FieldDelimiter.Comma);
            List<double> counting = [];
            List<double> reading = [];
            for (int round = 0; round < Rounds; round++)
            {
                counting.Add(Seconds(() => FormatCounter.Count(file, new LabelCounts())));
                reading.Add(Seconds(() => GC.KeepAlive(File.ReadLines(path).Sum(line => (long)line.Length))));
            }

            Print("count_labelled_file", megabytes / Measured.Median(counting));
            Print("baseline_file_read_lines", megabytes / Measured.Median(reading));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Print(string name, double megabytesPerSecond) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $$"""{"name":"{{name}}","mb_per_second":{{megabytesPerSecond:F0}}}"""));

    private static string FiftyMegabytes()
    {
        string[] breeds = ["siamese", "birman", "maine coon", "persian", "sphynx", "bengal", "ragdoll", "abyssinian"];
        var text = new StringBuilder("id,file,width,height,age,weight,colour,score,breed,split\n");
        for (int row = 0; text.Length < 50 * Megabyte; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row},photos/cat_{row:D7}.jpg,{row * 31 % 4000},{row * 17 % 4000},{row % 20},{row % 8}.125,grey,0.{row % 1_000_000:D6},{breeds[row * 7 % 13 % 8]},train\n");
        }

        return text.ToString();
    }

    private static double Seconds(Action action)
    {
        double start = ThreadTime.Seconds;
        action();
        return ThreadTime.Seconds - start;
    }
}
