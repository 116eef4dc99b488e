using System.Numerics;

namespace BalanceGen.Tests.Classes;

/// <summary>Vectors of which any number of elements may be hot.</summary>
public sealed class AllHotTests
{
    [Fact]
    public void All_hot_positions_are_found_in_order_in_every_element_type()
    {
        int[] elements = [0, 1, 1, 0, 0, 1];
        int[] expected = [1, 2, 5];
        Assert.Equal(expected, Hot<int>(elements));
        Assert.Equal(expected, Hot(Array.ConvertAll(elements, element => (byte)element)));
        Assert.Equal(expected, Hot(Array.ConvertAll(elements, element => (long)element)));
        Assert.Equal(expected, Hot(Array.ConvertAll(elements, element => (float)element)));
        Assert.Equal(expected, Hot(Array.ConvertAll(elements, element => (double)element)));
        Assert.Equal(expected, Hot(Array.ConvertAll(elements, element => (Half)element)));
        Assert.Equal(expected, Hot(Array.ConvertAll(elements, element => (decimal)element)));
        var positions = new int[6];
        Assert.Equal(3, OneHot.AllHot(Array.ConvertAll(elements, element => element == 1), positions));
        Assert.Equal(expected, positions[..3]);
        Assert.Equal(0, OneHot.AllHot<int>([], []));
        Assert.Equal(0, OneHot.AllHot([false], positions));
    }

    [Fact]
    public void An_element_that_is_neither_hot_nor_cold_makes_the_vector_unknown()
    {
        foreach (int odd in (int[])[-1, 2, int.MinValue, int.MaxValue])
        {
            Assert.Equal(ClassIndex.Unknown, OneHot.AllHot<int>([1, odd], new int[2]));
        }

        Assert.Equal(ClassIndex.Unknown, OneHot.AllHot<sbyte>([sbyte.MinValue], new int[1]));
        Assert.Equal(ClassIndex.Unknown, OneHot.AllHot<byte>([255], new int[1]));
        Assert.Equal(ClassIndex.Unknown, OneHot.AllHot([float.NaN], new int[1]));
        Assert.Equal(ClassIndex.Unknown, OneHot.AllHot([1, double.NegativeInfinity], new int[2]));
    }

    [Fact]
    public void Tolerance_says_how_far_from_1_and_0_an_element_may_be()
    {
        var positions = new int[4];
        Assert.Equal(2, OneHot.AllHot([0.75, 1.25, 0.25, -0.25], positions, 0.25));
        Assert.Equal([0, 1], positions[..2]);
        Assert.Equal(ClassIndex.Unknown, OneHot.AllHot([0.7499], positions, 0.25));
        Assert.Equal(ClassIndex.Unknown, OneHot.AllHot([1.2501], positions, 0.25));
        Assert.Equal(ClassIndex.Unknown, OneHot.AllHot([0.2501], positions, 0.25));
        Assert.Equal(ClassIndex.Unknown, OneHot.AllHot([-0.2501], positions, 0.25));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(0.5)]
    [InlineData(double.NaN)]
    public void A_tolerance_that_makes_elements_hot_and_cold_is_refused(double tolerance)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>("tolerance", () => OneHot.AllHot([1.0], new int[1], tolerance));
        Assert.StartsWith("The tolerance must be of [0, 0.5).", error.Message, StringComparison.Ordinal);
        Assert.Equal(tolerance, error.ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>("tolerance", () => OneHot.AllHot<int>([1], new int[1], 1));
    }

    private static int[] Hot<T>(T[] elements)
        where T : unmanaged, INumber<T>
    {
        var positions = new int[elements.Length];
        return positions[..OneHot.AllHot<T>(elements, positions)];
    }
}
