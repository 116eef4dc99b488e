using System.Numerics;

namespace BalanceGen.Tests.Classes;

public sealed class OneHotTests
{
    /// <summary>Lengths around every vector width that the implementation may use.</summary>
    private static readonly int[] Lengths = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 257];

    [Fact]
    public void Every_element_type_agrees_with_a_plain_loop_at_every_length()
    {
        // Seed 11; each length gets vectors with none, one, two and odd elements at random places.
        var random = new Xorshift(11);
        foreach (int length in Lengths)
        {
            for (int repeat = 0; repeat < 60; repeat++)
            {
                var elements = new int[length];
                for (int hot = repeat % 4; hot > 0 && length > 0; hot--)
                {
                    elements[random.Below(length)] = hot == 3 ? 2 : 1;
                }

                bool hasOdd = elements.Contains(2);
                int expected = Oracle(elements);

                Assert.Equal(expected, OneHot.IndexOf(Array.ConvertAll(elements, element => (byte)element)));
                Assert.Equal(expected, OneHot.IndexOf<int>(elements));
                Assert.Equal(expected, OneHot.IndexOf<long>(Array.ConvertAll(elements, element => (long)element)));
                Assert.Equal(expected, OneHot.IndexOf(Array.ConvertAll(elements, element => (float)element)));
                Assert.Equal(expected, OneHot.IndexOf(Array.ConvertAll(elements, element => (double)element)));
                Assert.Equal(expected, OneHot.IndexOf(Array.ConvertAll(elements, element => (Half)element)));
                int first = expected == OneHot.MultiHot ? Array.IndexOf(elements, 1) : expected;
                Assert.Equal(first, OneHot.FirstHot<int>(elements));
                Assert.Equal(first, OneHot.FirstHot(Array.ConvertAll(elements, element => (float)element)));
                Assert.Equal(first, OneHot.FirstHot(Array.ConvertAll(elements, element => (double)element)));
                Assert.Equal(first, OneHot.FirstHot(Array.ConvertAll(elements, element => (Half)element)));
                if (!hasOdd)
                {
                    Assert.Equal(expected, OneHot.IndexOf(Array.ConvertAll(elements, element => element != 0)));
                    Assert.Equal(first, OneHot.FirstHot(Array.ConvertAll(elements, element => element != 0)));
                }
            }
        }
    }

    [Theory]
    [InlineData(0.1f, new[] { 0.9f, 0.1f }, 0)]
    [InlineData(0.1f, new[] { -0.1f, 1.1f }, 1)]
    [InlineData(0.09f, new[] { 0.9f, 0.1f }, ClassIndex.Unknown)]
    [InlineData(0.25f, new[] { 0.25f, 0.25f, 0.25f, 0.25f }, OneHot.NoneHot)]
    [InlineData(0.25f, new[] { 0.75f, 0, 0, 0, 0, 0, 0, 1.25f }, OneHot.MultiHot)]
    [InlineData(0f, new[] { 1f, float.NaN }, ClassIndex.Unknown)]
    [InlineData(0.4f, new[] { 1f, 0, 0, 0, 0, 0, 0, float.NaN }, ClassIndex.Unknown)]
    [InlineData(0.4f, new[] { 0f, 0, 0, 0, 0, 0, 0, float.PositiveInfinity }, ClassIndex.Unknown)]
    [InlineData(0f, new[] { -0f, 1f, -0f, 0, 0, 0, 0, 0 }, 1)]
    [InlineData(0f, new[] { 0f, 1f, 0, 0, 0, 0, 0, float.Epsilon }, ClassIndex.Unknown)]
    public void Tolerance_says_how_far_from_1_and_0_an_element_may_be(float tolerance, float[] label, int expected)
    {
        Assert.Equal(expected, OneHot.IndexOf(label, tolerance));
        Assert.Equal(expected, OneHot.IndexOf((float[])[.. label, .. new float[9]], tolerance));
    }

    [Fact]
    public void Doubles_and_halves_have_the_tolerance_of_their_own_type()
    {
        Assert.Equal(0, OneHot.IndexOf([0.9, 0.1], 0.1));
        Assert.Equal(ClassIndex.Unknown, OneHot.IndexOf([0.9, 0.1], 0.0999));
        Assert.Equal(1, OneHot.IndexOf([0, 0.9, 0, 0.1, 0], 0.1));
        Assert.Equal(0, OneHot.IndexOf([(Half)0.875f, (Half)0.125f], 0.125f));
        Assert.Equal(ClassIndex.Unknown, OneHot.IndexOf([(Half)0.875f, (Half)0.125f], 0.12f));
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(0.5f)]
    [InlineData(float.NaN)]
    public void A_tolerance_that_makes_elements_hot_and_cold_is_refused(float tolerance)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => OneHot.IndexOf([1f], tolerance));
        Assert.Throws<ArgumentOutOfRangeException>(() => OneHot.IndexOf([1d], tolerance));
        Assert.Throws<ArgumentOutOfRangeException>(() => OneHot.IndexOf([(Half)1], tolerance));
    }

    [Fact]
    public void ArgMax_is_the_first_largest_score_and_tells_ties_at_every_length()
    {
        var random = new Xorshift(13);
        foreach (int length in Lengths.Where(length => length > 0))
        {
            for (int repeat = 0; repeat < 60; repeat++)
            {
                // Few distinct values, so that ties are common.
                int[] scores = [.. Enumerable.Range(0, length).Select(_ => random.Below(repeat % 2 == 0 ? 4 : 100_000))];
                int largest = scores.Max();
                int first = Array.IndexOf(scores, largest);
                bool isTied = scores.Count(score => score == largest) > 1;

                AssertArgMax(first, isTied, scores);
                AssertArgMax(first, isTied, Array.ConvertAll(scores, score => score - 50_000f));
                AssertArgMax(first, isTied, Array.ConvertAll(scores, score => score / 7.0));
                AssertArgMax(first, isTied, Array.ConvertAll(scores, score => (long)score));
                if (repeat % 2 == 0)
                {
                    AssertArgMax(first, isTied, Array.ConvertAll(scores, score => (byte)score));
                    AssertArgMax(first, isTied, Array.ConvertAll(scores, score => (Half)score));
                }
            }
        }
    }

    [Fact]
    public void ArgMax_refuses_NaN_at_any_place_and_empty_scores()
    {
        foreach (int length in Lengths.Where(length => length > 0))
        {
            for (int place = 0; place < length; place++)
            {
                var scores = new float[length];
                scores[0] = 1;
                scores[place] = float.NaN;
                Assert.Equal(ClassIndex.Unknown, OneHot.ArgMax<float>(scores));
            }
        }

        Assert.Equal(ClassIndex.Unknown, OneHot.ArgMax<double>([]));
        Assert.Equal(OneHot.MultiHot, OneHot.ArgMax<double>([-0.0, 0.0]));
        Assert.Equal(1, OneHot.ArgMax<double>([double.MaxValue, double.PositiveInfinity]));
    }

    [OptimizedFact]
    public void Reading_a_vector_allocates_nothing()
    {
        float[] label = [0, 0, 0, 1, 0, 0, 0, 0];
        bool[] flags = [false, true, false];
        AllocationFree.Assert(() => OneHot.IndexOf(label) + OneHot.IndexOf(flags) + OneHot.ArgMax<float>(label) + OneHot.IndexOf(label, 0.2f));
    }

    [Fact]
    public void Description_spells_out_the_first_elements()
    {
        Assert.Equal("[0.5, 1]", OneHot.Describe<float>([0.5f, 1]));
        Assert.Equal("[False, False, False, False, False, False, False, False, False, False, False, False, False, False, False, False, … (17 elements)]", OneHot.Describe<bool>(new bool[17]));
        Assert.Equal("[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]", OneHot.Describe<byte>(new byte[16]));
    }

    private static void AssertArgMax<T>(int expected, bool expectedTie, T[] scores)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        Assert.Equal(expected, OneHot.ArgMax<T>(scores, out bool isTied));
        Assert.Equal(expectedTie, isTied);
        Assert.Equal(expectedTie ? OneHot.MultiHot : expected, OneHot.ArgMax<T>(scores));

        // Larger scores before and behind them are none of them.
        T[] amid = [T.MaxValue, .. scores, .. Enumerable.Repeat(T.MaxValue, 64)];
        Assert.Equal(expectedTie ? OneHot.MultiHot : expected, OneHot.ArgMax<T>(amid.AsSpan(1, scores.Length)));
    }

    private static int Oracle(int[] elements)
    {
        if (elements.Any(element => element is not (0 or 1)))
        {
            return ClassIndex.Unknown;
        }

        return elements.Sum() switch
        {
            0 => OneHot.NoneHot,
            1 => Array.IndexOf(elements, 1),
            _ => OneHot.MultiHot,
        };
    }
}
