using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace BalanceGen.Counting.Tests;

[Collection(nameof(CountingSpeedTests))]
[CollectionDefinition(nameof(CountingSpeedTests), DisableParallelization = true)]
public sealed class CountingSpeedTests(ITestOutputHelper output)
{
    private const int Megabyte = 1_000_000;
    private const int Rounds = 5;

    [Fact]
    public void Counting_50_megabytes_takes_at_most_twice_the_time_of_reading_their_lines()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, FiftyMegabytes());
            double megabytes = (double)new FileInfo(path).Length / Megabyte;
            var file = new LabeledFile(path, "breed", FieldDelimiter.Comma);
            (double counting, double reading) = (double.MaxValue, double.MaxValue);

            // The least of some rounds in turn: whatever else the machine does can only add.
            for (int round = 0; round < Rounds; round++)
            {
                counting = Math.Min(counting, Seconds(() => LabelCounter.Count(file, new LabelCounts())));
                reading = Math.Min(reading, Seconds(() => Assert.NotEqual(0, File.ReadLines(path).Sum(line => (long)line.Length))));
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"counting {megabytes / counting:F0} MB/s, File.ReadLines {megabytes / reading:F0} MB/s"));
            Assert.True(counting <= 2 * reading, $"counting took {counting:F3} s, reading the lines {reading:F3} s");
        }
        finally
        {
            File.Delete(path);
        }
    }

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
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
