using System.Globalization;

namespace Sharded;

/// <summary>
/// A softmax regression whose gradients are sums of whole numbers: added in any order, by any number of ranks, they are the same to the last bit.
/// </summary>
internal sealed class SoftmaxModel
{
    private const int Classes = 3;
    private const int Inputs = 4;
    private const double Unit = 1L << 40;
    private const double Rate = 0.5;

    private readonly double[] _weights = new double[Classes * Inputs];

    /// <summary>Room for the gradient of a batch.</summary>
    public static long[] NewGradient() => new long[Classes * Inputs];

    /// <summary>Adds the gradient of the loss of a row.</summary>
    public void AddGradient(Record row, long[] gradient)
    {
        ReadOnlySpan<double> inputs = [1, row.Energy, row.Pitch, row.Length];
        Span<double> scores = stackalloc double[Classes];
        double sum = 0;
        for (int index = 0; index < Classes; index++)
        {
            double score = 0;
            for (int input = 0; input < Inputs; input++)
            {
                score += _weights[(index * Inputs) + input] * inputs[input];
            }

            sum += scores[index] = Math.Exp(score);
        }

        for (int index = 0; index < Classes; index++)
        {
            double error = (scores[index] / sum) - ((int)row.Event == index ? 1 : 0);
            for (int input = 0; input < Inputs; input++)
            {
                gradient[(index * Inputs) + input] += (long)Math.Round(error * inputs[input] * Unit);
            }
        }
    }

    /// <summary>Takes a step against the gradient of a batch.</summary>
    public void Step(long[] gradient, int rows)
    {
        for (int weight = 0; weight < _weights.Length; weight++)
        {
            _weights[weight] -= Rate * gradient[weight] / (Unit * rows);
        }
    }

    /// <summary>The weights to the last bit.</summary>
    public override string ToString() => string.Join(' ', _weights.Select(weight => weight.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public void Load(string text)
    {
        double[] weights = [.. text.Split(' ').Select(weight => double.Parse(weight, CultureInfo.InvariantCulture))];
        weights.CopyTo(_weights, 0);
    }
}
