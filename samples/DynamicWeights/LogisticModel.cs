namespace DynamicWeights;

/// <summary>Logistic regression by gradient steps: 64 pixels and a bias.</summary>
public sealed class LogisticModel
{
    private readonly double[] _parameters = new double[65];
    private readonly double[] _gradient = new double[65];

    /// <summary>Whether every parameter is a number.</summary>
    public bool IsFinite => Array.TrueForAll(_parameters, double.IsFinite);

    /// <summary>The probability that an image shows an eight.</summary>
    public double Probability(float[] pixels)
    {
        double logOdds = _parameters[^1];
        for (int pixel = 0; pixel < pixels.Length; pixel++)
        {
            logOdds += _parameters[pixel] * pixels[pixel];
        }

        return 1 / (1 + Math.Exp(-logOdds));
    }

    /// <summary>Adds the gradient of one image's weighted cross-entropy.</summary>
    public void Accumulate(in DigitImage image, double weight)
    {
        double error = weight * (Probability(image.Pixels) - (image.IsEight ? 1 : 0));
        for (int pixel = 0; pixel < image.Pixels.Length; pixel++)
        {
            _gradient[pixel] += error * image.Pixels[pixel];
        }

        _gradient[^1] += error;
    }

    /// <summary>Takes a step against the gradient and forgets it.</summary>
    public void Step(double rate)
    {
        for (int index = 0; index < _parameters.Length; index++)
        {
            _parameters[index] -= rate * _gradient[index];
        }

        Array.Clear(_gradient);
    }
}
