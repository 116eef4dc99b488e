using System.Collections;
using System.Diagnostics;

namespace BalanceGen.Sampling;

/// <summary>What every sampler promises, as a check that belongs in the tests of a sampler of your own.</summary>
public static class SamplerContract
{
    private const int Draws = 3000;

    private static readonly int[] Lengths = [1, 2, 3, 31, 33, 255, 256, 257];

    /// <summary>
    /// Checks that draws are a pure function of their number: two samplers agree; single draws, runs at odd places, far draws and draws of
    /// several threads at once are those of one long run; all rows are rows of the sampler; negative draws are refused; a state goes on
    /// where it was taken. Takes some milliseconds.
    /// </summary>
    /// <param name="create">Makes the sampler, each time a new one of the same configuration and seed.</param>
    /// <exception cref="SamplerContractException">A promise is broken; the error says which, and at which draw.</exception>
    public static void Check(Func<Sampler> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Sampler sampler = create();
        int[] expected = Run(sampler, 0, Draws);
        Require(sampler, create().ConfigurationHash == sampler.ConfigurationHash && create().Seed == sampler.Seed, "two samplers of one configuration have different hashes or seeds.");
        Rows(sampler, expected);
        Runs(create, expected);
        FarDraws(create);
        Refusals(sampler);
        Require(sampler, create().ResumeFrom(sampler.StateAt(123)) == 123, "a state of draw 123 does not resume there.");
        Parallel.For(0, 8, part => Same(sampler, expected, (part * 371) % 2700, Run(sampler, (part * 371) % 2700, 300)));
    }

    /// <summary>
    /// The same check in debug builds of your program alone: like <c>Debug.Assert</c>, a call is compiled only if the symbol DEBUG is
    /// defined. Put it where the sampler is made.
    /// </summary>
    /// <param name="create">Makes the sampler, each time a new one of the same configuration and seed.</param>
    /// <exception cref="SamplerContractException">A promise is broken; the error says which, and at which draw.</exception>
    [Conditional("DEBUG")]
    public static void CheckInDebug(Func<Sampler> create) => Check(create);

    private static void Rows(Sampler sampler, int[] rows)
    {
        var seen = new BitArray(sampler.DatasetLength);
        int distinct = 0;
        for (int draw = 0; draw < rows.Length; draw++)
        {
            Require(sampler, (uint)rows[draw] < (uint)sampler.DatasetLength, $"draw {draw} is row {rows[draw]}, and the data set has {sampler.DatasetLength}.");
            distinct += seen[rows[draw]] ? 0 : 1;
            seen[rows[draw]] = true;
        }

        Require(sampler, distinct <= sampler.RowCount, $"{distinct} rows were drawn from {sampler.RowCount}.");
    }

    private static void Runs(Func<Sampler> create, int[] expected)
    {
        Sampler sampler = create();
        for (int first = 2740; first >= 0; first -= 83)
        {
            foreach (int length in Lengths)
            {
                Same(sampler, expected, first, Run(sampler, first, length));
            }

            Same(sampler, expected, first, [sampler.RowAt(first)]);
        }

        Same(sampler, expected, 0, [.. ((IEnumerable<int>)sampler.Draws(0, 500))]);
    }

    private static void FarDraws(Func<Sampler> create)
    {
        foreach (long draw in (ReadOnlySpan<long>)[int.MaxValue, 1L << 40, (1L << 62) + 12345])
        {
            Sampler sampler = create();
            int[] rows = Run(sampler, draw, 300);
            Rows(sampler, rows);
            Require(sampler, create().RowAt(draw + 299) == rows[299], $"draw {draw + 299} alone is another row than in a run.");
        }
    }

    private static void Refusals(Sampler sampler)
    {
        try
        {
            sampler.Fill(-1, new int[1]);
        }
        catch (ArgumentOutOfRangeException)
        {
            return;
        }

        throw new SamplerContractException(sampler, "draw −1 is not refused with an ArgumentOutOfRangeException.");
    }

    private static int[] Run(Sampler sampler, long first, int count)
    {
        var rows = new int[count];
        sampler.Fill(first, rows);
        return rows;
    }

    private static void Same(Sampler sampler, int[] expected, int first, int[] rows)
    {
        for (int place = 0; place < rows.Length; place++)
        {
            Require(sampler, rows[place] == expected[first + place], $"draw {first + place} is row {expected[first + place]} in one call and row {rows[place]} in another.");
        }
    }

    private static void Require(Sampler sampler, bool isKept, string broken)
    {
        if (!isKept)
        {
            throw new SamplerContractException(sampler, broken);
        }
    }
}
