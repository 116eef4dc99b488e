using System.Text;
using Digits;
using Digits.Loading;
using DigitSplit = Digits.Loading.StratifiedSplit;

namespace BalanceGen.Tests.Samples;

public class DigitsLoadingTests
{
    private static readonly Digit[] Images = DigitFile.ReadNumerals();

    [Fact]
    public void File_holds_the_numbers_of_images_that_its_source_states()
    {
        Assert.Equal(183, Images.Count(digit => digit.Numeral == Numeral.Three));
        Assert.Equal(174, Images.Count(digit => digit.Numeral == Numeral.Eight));
        Assert.All(Images, digit => Assert.Equal(64, digit.Pixels.Length));
        Assert.Equal(0, Images.Min(digit => digit.Pixels.Min()));
        Assert.Equal(1, Images.Max(digit => digit.Pixels.Max()));
    }

    [Theory]
    [InlineData("17", "value 2: '17' is not an integer from 0 to 16")]
    [InlineData("-1", "value 2: '-1' is not an integer from 0 to 16")]
    [InlineData("x", "value 2: 'x' is not an integer from 0 to 16")]
    [InlineData("1,1", "66 values instead of 65")]
    public void Bad_value_is_refused_with_its_line(string secondPixel, string complaint)
    {
        string good = string.Join(',', Enumerable.Repeat("1", 64)) + ",3\n";
        string bad = $"1,{secondPixel},{string.Join(',', Enumerable.Repeat("1", 62))},3\n";
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes(good + bad));

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => DigitFile.ReadNumerals(csv));
        Assert.Contains("Line 2", error.Message, StringComparison.Ordinal);
        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(-7)]
    public void Split_puts_every_image_on_one_side_and_a_fifth_of_each_class_into_the_test(long seed)
    {
        DigitSplit split = DigitSplit.Of(Images, 0.2, seed);
        Assert.Equal(37, split.Test.Count(digit => digit.Numeral == Numeral.Three));
        Assert.Equal(35, split.Test.Count(digit => digit.Numeral == Numeral.Eight));

        // Images are told apart by their arrays.
        var all = new HashSet<object>(split.Training.Concat(split.Test).Select(digit => digit.Pixels), ReferenceEqualityComparer.Instance);
        Assert.Equal(Images.Length, split.Training.Length + split.Test.Length);
        Assert.Equal(Images.Length, all.Count);
    }

    [Fact]
    public void Split_depends_on_the_seed_alone()
    {
        Assert.Equal(DigitSplit.Of(Images, 0.2, 5).Test, DigitSplit.Of(Images, 0.2, 5).Test);
        Assert.NotEqual(DigitSplit.Of(Images, 0.2, 5).Test, DigitSplit.Of(Images, 0.2, 6).Test);
    }

    [Fact]
    public void Training_rows_are_made_rare_and_test_rows_are_not()
    {
        ImbalancedDigits digits = ImbalancedDigits.Prepare(Images, new Settings(42), 42);
        Assert.Equal([146L, 10L], digits.Training.Counts.Values.ToArray());
        Assert.Equal(72, digits.Test.Length);
        Assert.DoesNotContain(digits.Training.Rows.ToArray(), digit => digits.Test.Contains(digit));
    }

    [Fact]
    public void Keeping_more_rows_than_there_are_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Imbalance.Keep(Images, frequent: 10, rare: 175));
        Assert.Contains("174 rows of Eight, 175", error.Message, StringComparison.Ordinal);
    }
}
