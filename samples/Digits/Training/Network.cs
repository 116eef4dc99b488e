using System.Numerics.Tensors;

namespace Digits.Training;

/// <summary>
/// A classifier with one hidden layer: 64 pixels, rectified units, one output. The output is the log-odds of the rare class;
/// the loss is the cross-entropy.
/// </summary>
/// <remarks>All parameters lie in one array, and all gradients in another of the same layout: weights into the hidden units, their biases, weights out of them, the output's bias.</remarks>
public sealed class Network
{
    private readonly int _units;
    private readonly float[] _parameters;
    private readonly float[] _gradient;
    private readonly float[] _activations;

    /// <summary>A network with small random weights and zero biases.</summary>
    /// <param name="units">The number of hidden units.</param>
    /// <param name="seed">The seed of the weights.</param>
    public Network(int units, long seed)
    {
        _units = units;
        _parameters = new float[(units * (Digit.PixelCount + 2)) + 1];
        _gradient = new float[_parameters.Length];
        _activations = new float[units];

        var noise = new Noise(seed);
        float inward = MathF.Sqrt(6f / Digit.PixelCount);
        float outward = MathF.Sqrt(6f / units);
        for (int parameter = 0; parameter < _parameters.Length; parameter++)
        {
            bool isInward = parameter < Biases;
            bool isOutward = parameter >= Outward && parameter < Outward + units;
            _parameters[parameter] = (isInward ? inward : isOutward ? outward : 0) * noise.Signed(parameter);
        }
    }

    /// <summary>The parameters, for inspection and tests.</summary>
    public Span<float> Parameters => _parameters;

    /// <summary>The sum of the gradients since the last <see cref="Step"/>.</summary>
    public ReadOnlySpan<float> Gradient => _gradient;

    private int Biases => _units * Digit.PixelCount;

    private int Outward => Biases + _units;

    /// <summary>The log-odds of the rare class; above 0 it is the more likely one.</summary>
    public float LogOdds(ReadOnlySpan<float> pixels)
    {
        for (int unit = 0; unit < _units; unit++)
        {
            _activations[unit] = MathF.Max(0, TensorPrimitives.Dot(Inward(_parameters, unit), pixels) + _parameters[Biases + unit]);
        }

        return TensorPrimitives.Dot<float>(_parameters.AsSpan(Outward, _units), _activations) + _parameters[^1];
    }

    /// <summary>Adds the gradient of one row's loss.</summary>
    /// <param name="pixels">The image.</param>
    /// <param name="isRare">Whether it belongs to the rare class.</param>
    /// <param name="weight">What the row's loss is multiplied with.</param>
    public void Accumulate(ReadOnlySpan<float> pixels, bool isRare, float weight = 1)
    {
        float error = weight * ((1 / (1 + MathF.Exp(-LogOdds(pixels)))) - (isRare ? 1 : 0));
        for (int unit = 0; unit < _units; unit++)
        {
            if (_activations[unit] > 0)
            {
                float back = error * _parameters[Outward + unit];
                Span<float> inward = Inward(_gradient, unit);
                TensorPrimitives.MultiplyAdd(pixels, back, inward, inward);
                _gradient[Biases + unit] += back;
            }
        }

        Span<float> outward = _gradient.AsSpan(Outward, _units);
        TensorPrimitives.MultiplyAdd(_activations, error, outward, outward);
        _gradient[^1] += error;
    }

    /// <summary>One step down the mean gradient of a batch; the gradient is then zero again.</summary>
    /// <param name="rate">The learning rate.</param>
    /// <param name="batchSize">The number of rows that were accumulated.</param>
    public void Step(float rate, int batchSize)
    {
        TensorPrimitives.MultiplyAdd(_gradient, -rate / batchSize, _parameters, _parameters);
        Array.Clear(_gradient);
    }

    private static Span<float> Inward(float[] layout, int unit) => layout.AsSpan(unit * Digit.PixelCount, Digit.PixelCount);
}
