using System.Globalization;
using System.Text;

namespace BalanceGen.Tests.Sampling;

/// <summary>Draws that no version with the same <see cref="Sampler.FormatVersion"/> may change.</summary>
internal static class GoldenDraws
{
    public static string AcceptedPath { get; } = Path.Combine(Repository.Root, "tests", "BalanceGen.Tests", "Sampling", "golden-draws.txt");

    public static string Compute()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"format version {Sampler.FormatVersion}\n");
        foreach (string kind in Samplers.Kinds)
        {
            Sampler sampler = Samplers.Create(kind, seed: 20260101);
            text.Append(CultureInfo.InvariantCulture, $"{kind}\n  configuration {sampler.ConfigurationHash:x16}\n");
            foreach (long first in (long[])[0, 1000, 1L << 40])
            {
                var rows = new int[16];
                sampler.Fill(first, rows);
                text.Append(CultureInfo.InvariantCulture, $"  {first}: {string.Join(' ', rows)}\n");
            }

            // FNV-1a over a longer run.
            uint hash = 2166136261;
            foreach (int row in sampler.Draws(0, 20_000))
            {
                hash = (hash ^ (uint)row) * 16777619;
            }

            text.Append(CultureInfo.InvariantCulture, $"  20000 draws {hash:x8}\n");
        }

        return text.ToString();
    }
}
