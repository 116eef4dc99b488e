namespace BalanceGen.Weights;

/// <summary>
/// Elementary functions that the base library does not give in the needed form. Powers, logarithms and exponentials are made
/// of additions, multiplications and divisions only: IEEE 754 fixes their results to the last bit, while the C library's
/// differ between systems, and a share that decides a draw must not.
/// </summary>
internal static class PortableMath
{
    private const double Ln2 = 0.693147180559945309417232121458;

    /// <summary>x^q for x > 0; relative error below 1e-13 while |q·ln x| stays below 700.</summary>
    public static double Pow(double x, double q)
    {
        if (q == 0)
        {
            return 1;
        }

        if (q == 1)
        {
            return x;
        }

        return q == 0.5 ? Math.Sqrt(x) : Exp(q * Log(x));
    }

    /// <summary>The natural logarithm of x > 0 by the series of atanh on a mantissa of [√½, √2).</summary>
    public static double Log(double x)
    {
        int exponent = Math.ILogB(x);
        double mantissa = Math.ScaleB(x, -exponent);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }

        double ratio = (mantissa - 1) / (mantissa + 1);
        double square = ratio * ratio;
        double sum = 0;
        for (int term = 25; term >= 1; term -= 2)
        {
            sum = (sum * square) + (1.0 / term);
        }

        return (2 * ratio * sum) + (exponent * Ln2);
    }

    /// <summary>e^x by the exponential series on [−ln 2 / 2, ln 2 / 2]. |x| must stay below 700.</summary>
    public static double Exp(double x)
    {
        double power = Math.Floor((x / Ln2) + 0.5);
        double rest = x - (power * Ln2);
        double sum = 1;
        for (int term = 20; term >= 1; term--)
        {
            sum = 1 + (rest / term * sum);
        }

        return Math.ScaleB(sum, (int)power);
    }

    /// <summary>
    /// ln(1 + x) without cancellation for small x (Kahan), which the base library's LogP1 does not give. By the C library's
    /// logarithm: for reports, not for what decides a draw.
    /// </summary>
    public static double Log1P(double x)
    {
        double shifted = 1 + x;
        return shifted == 1 ? x : Math.Log(shifted) * x / (shifted - 1);
    }

    /// <summary>e^x − 1 without cancellation for small x (Kahan), which the base library's ExpM1 does not give. x must stay below 700; −∞ gives −1.</summary>
    public static double ExpM1(double x)
    {
        // e^x is below half a unit in the last place of 1.
        if (x < -50)
        {
            return -1;
        }

        double power = Exp(x);
        return power == 1 ? x : (power - 1) * x / Log(power);
    }
}
