namespace BalanceGen.Tool.Analysis;

/// <summary>The upper tail of the chi-square distribution: Q(k/2, x/2), the regularised incomplete gamma function.</summary>
internal static class ChiSquareTail
{
    private const double Precision = 1e-15;
    private const int MostTerms = 100_000;

    // Lanczos' approximation with g = 7 and nine terms (Numerical Recipes' form).
    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    public static double Of(int degreesOfFreedom, double statistic)
    {
        double a = degreesOfFreedom / 2.0;
        double x = statistic / 2;
        if (x <= 0)
        {
            return 1;
        }

        double factor = Math.Exp((a * Math.Log(x)) - x - LogGamma(a));
        return Math.Clamp(x < a + 1 ? 1 - (factor * Series(a, x)) : factor * Fraction(a, x), 0, 1);
    }

    private static double Series(double a, double x)
    {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MostTerms && term > sum * Precision; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum;
    }

    /// <summary>The continued fraction by Lentz' method.</summary>
    private static double Fraction(double a, double x)
    {
        const double tiny = 1e-300;
        double b = x + 1 - a;
        double c = 1 / tiny;
        double d = 1 / b;
        double fraction = d;
        for (int n = 1; n < MostTerms; n++)
        {
            double numerator = -n * (n - a);
            b += 2;
            d = (numerator * d) + b;
            d = Math.Abs(d) < tiny ? tiny : d;
            c = b + (numerator / c);
            c = Math.Abs(c) < tiny ? tiny : c;
            d = 1 / d;
            double change = d * c;
            fraction *= change;
            if (Math.Abs(change - 1) < Precision)
            {
                break;
            }
        }

        return fraction;
    }

    private static double LogGamma(double a)
    {
        double x = a - 1;
        double sum = Lanczos[0];
        for (int n = 1; n < Lanczos.Length; n++)
        {
            sum += Lanczos[n] / (x + n);
        }

        double t = x + 7.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x + 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
