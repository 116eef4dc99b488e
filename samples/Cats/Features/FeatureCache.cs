using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Cats.Features;

/// <summary>Keeps the features of each view in a file, because they cost minutes. The file's name tells the photos and the view apart.</summary>
internal sealed class FeatureCache(string folder)
{
    /// <summary>Raised when a change of the code changes the features.</summary>
    private const int FormatVersion = 1;

    /// <summary>The features of a view, if they were saved.</summary>
    public float[]? Find(PhotoFolder photos, int view)
    {
        string file = FileOf(photos, view);
        if (!File.Exists(file))
        {
            return null;
        }

        float[] features = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(file)).ToArray();
        return features.Length == photos.Files.Length * ResNet18.Dimensions ? features : null;
    }

    /// <summary>Saves the features of a view, whole or not at all.</summary>
    public void Save(PhotoFolder photos, int view, float[] features)
    {
        Directory.CreateDirectory(folder);
        string file = FileOf(photos, view);
        File.WriteAllBytes(file + ".part", MemoryMarshal.AsBytes(features.AsSpan()));
        File.Move(file + ".part", file, overwrite: true);
    }

    private string FileOf(PhotoFolder photos, int view)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in photos.Files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)} {new FileInfo(file).Length}\n")));
        }

        return Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"resnet18-{FormatVersion}-{Convert.ToHexStringLower(hash.GetCurrentHash().AsSpan(0, 8))}-{view}.bin"));
    }
}
