using Microsoft.ML.OnnxRuntime;

namespace Cats.Features;

/// <summary>
/// ResNet-18, trained on ImageNet, without its last layer: 512 features of a picture. The model comes with the package Microsoft.ML.DnnImageFeaturizer.ResNet18.
/// </summary>
internal sealed class ResNet18 : IDisposable
{
    /// <summary>The number of features.</summary>
    public const int Dimensions = 512;

    private static readonly long[] Shape = [1, 3, PhotoReader.Side, PhotoReader.Side];

    private readonly InferenceSession _preparation;
    private readonly InferenceSession _network;
    private readonly RunOptions _run = new();

    public ResNet18()
    {
        // One thread a picture: the loader's workers look at several pictures at the same time.
        using var options = new SessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        string models = Path.Combine(AppContext.BaseDirectory, "DnnImageModels");
        _preparation = new InferenceSession(Path.Combine(models, "ResNetPrepOnnx", "ResNetPreprocess.onnx"), options);
        _network = new InferenceSession(Path.Combine(models, "ResNet18Onnx", "ResNet18.onnx"), options);
    }

    /// <summary>The features of a picture. Thread-safe.</summary>
    /// <param name="planes">Red, green and blue planes, see <see cref="PhotoReader"/>.</param>
    public float[] Features(float[] planes)
    {
        using OrtValue picture = OrtValue.CreateTensorValueFromMemory(planes, Shape);
        using IDisposableReadOnlyCollection<OrtValue> prepared = _preparation.Run(_run, ["OriginalInput"], [picture], ["PreprocessedInput"]);
        using IDisposableReadOnlyCollection<OrtValue> features = _network.Run(_run, ["Input247"], [prepared[0]], ["Pooling395_Output_0"]);
        return features[0].GetTensorDataAsSpan<float>().ToArray();
    }

    public void Dispose()
    {
        _network.Dispose();
        _preparation.Dispose();
        _run.Dispose();
    }
}
