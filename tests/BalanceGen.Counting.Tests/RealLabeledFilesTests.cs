using System.IO.Compression;
using BalanceGen.Counting.Formats;
using BalanceGen.Tests.RealData;

namespace BalanceGen.Counting.Tests;

public sealed class RealLabeledFilesTests
{
    [RealDataTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_real_set_is_counted_as_published(bool isCompressed)
    {
        int sets = 0;
        foreach (RealDataset set in RealDataset.SingleLabelSets().Where(set => !set.IsCountList))
        {
            LabeledFile file = RealLabeledFile.Of(set);
            string path = Path.GetTempFileName();
            try
            {
                if (isCompressed)
                {
                    using var zipped = new GZipStream(File.Create(path), CompressionLevel.Fastest);
                    zipped.Write(File.ReadAllBytes(file.Path));
                    file = file with { Path = path };
                }

                var counts = new LabelCounts();
                FormatCounter.Count(file, counts);

                Assert.Equal(
                    set.Expected.Where(expected => expected.Count > 0).OrderBy(expected => expected.Class, StringComparer.Ordinal),
                    counts.InOrder());
                sets++;
            }
            finally
            {
                File.Delete(path);
            }
        }

        Assert.True(sets >= 30, $"{sets} sets");
    }

    [RealDataTheory]
    [InlineData("sms-spam/SMSSpamCollection.tsv")]
    public void Bare_quotes_of_real_messages_are_an_error_while_quoting_is_on(string path)
    {
        LabeledFile file = RealLabeledFile.Of(RealDataset.SingleLabelSets().Single(set => set.ToString() == path)) with { Quoting = true };

        CountingException error = Assert.Throws<CountingException>(() => FormatCounter.Count(file, new LabelCounts()));

        Assert.Equal(CountingErrorId.MalformedRow, error.Id);
        Assert.Contains("Quoting=\"false\"", error.Message, StringComparison.Ordinal);
    }
}
