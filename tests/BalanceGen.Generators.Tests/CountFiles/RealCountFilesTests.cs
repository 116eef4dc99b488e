using System.Globalization;
using System.Text;
using BalanceGen.Generators.CountFiles;
using BalanceGen.Tests;
using BalanceGen.Tests.RealData;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Tests.CountFiles;

public sealed class RealCountFilesTests
{
    [RealDataTheory]
    [InlineData(",", "\n", "label,count\n", "")]
    [InlineData(",", "\n", ",label\n", ".0")]
    [InlineData(";", "\r\n", "", "")]
    [InlineData("\t", "\r", "label\tcount\r", "")]
    public void Counts_of_every_real_set_survive_a_class_count_file(string separator, string lineEnd, string header, string suffix)
    {
        int sets = 0;
        foreach (RealDataset set in RealDataset.SingleLabelSets())
        {
            var text = new StringBuilder(header);
            foreach ((string label, long count) in set.Expected)
            {
                bool quoted = label.Contains(separator, StringComparison.Ordinal);
                text.Append(CultureInfo.InvariantCulture, $"{(quoted ? $"\"{label}\"" : label)}{separator}{count}{suffix}{lineEnd}");
            }

            ClassCountFile file = ClassCountFileParser.Parse(text.ToString());

            Assert.Empty(file.Problems);
            Assert.Equal(set.Expected, file.Entries.Select(entry => (entry.Label, entry.Count)));
            sets++;
        }

        Assert.True(sets >= 35, $"{sets} sets");
    }

    [RealDataTheory]
    [InlineData("kddcup99-counts/kddcup_10pct_counts.csv")]
    public void Real_class_count_file_is_read_as_it_is(string path)
    {
        RealDataset set = RealDataset.SingleLabelSets().Single(set => set.ToString() == path);
        using FileStream stream = File.OpenRead(Path.Combine(Repository.SharedData!, path));

        ClassCountFile file = ClassCountFileParser.Parse(SourceText.From(stream));

        Assert.True(file.HasHeader);
        Assert.Empty(file.Problems);
        Assert.Equal(
            set.Expected.OrderBy(expected => expected.Class, StringComparer.Ordinal),
            file.Entries.Select(entry => (entry.Label, entry.Count)).OrderBy(entry => entry.Label, StringComparer.Ordinal));
    }
}
