namespace BalanceGen.Tests.Weights;

public sealed class PortableMathTests
{
    [Fact]
    public void Powers_agree_with_the_C_library_to_thirteen_digits()
    {
        foreach (double x in (double[])[1, 2, 3, 7, 10, 1.4142135623730951, 170, 5955, 1e6, 123456789, 2147483647, 9.2e18])
        {
            foreach (double q in (double[])[-4, -1.5, -1, -0.3, 0.1, 0.2, 1.0 / 3, 0.5, 0.7, 1, 1.7, 4])
            {
                double expected = Math.Pow(x, q);
                Assert.InRange(PortableMath.Pow(x, q) / expected, 1 - 1e-13, 1 + 1e-13);
            }
        }
    }

    [Fact]
    public void Results_are_pinned_to_the_last_bit()
    {
        Assert.Equal(0x3FE62E42FEFA39EFL, BitConverter.DoubleToInt64Bits(PortableMath.Log(2)));
        Assert.Equal(1, PortableMath.Exp(0));
        Assert.Equal(0, PortableMath.Log(1));
    }

    [Fact]
    public void Exponentials_minus_one_do_not_cancel()
    {
        foreach (double x in (double[])[1e-300, 1e-17, 1e-12, 1e-8, 1e-3, 0.1, 0.3])
        {
            foreach (double signed in (double[])[x, -x])
            {
                // The series has no cancellation for small arguments.
                double series = 0;
                for (int term = 20; term >= 1; term--)
                {
                    series = (1 + series) * signed / term;
                }

                Assert.InRange(PortableMath.ExpM1(signed) / series, 1 - 1e-15, 1 + 1e-15);
            }
        }

        foreach (double x in (double[])[-49, -20, -3, -1, 1, 5, 300])
        {
            double expected = Math.Exp(x) - 1;
            Assert.InRange(PortableMath.ExpM1(x) / expected, 1 - 1e-13, 1 + 1e-13);
        }

        Assert.Equal(0, PortableMath.ExpM1(0));
        Assert.Equal(-1, PortableMath.ExpM1(double.NegativeInfinity));
        Assert.Equal(-1, PortableMath.ExpM1(-1e30));
    }
}
