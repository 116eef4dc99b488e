using System.Runtime.InteropServices;

namespace BalanceGen.Sampling;

/// <summary>
/// The expectation of a <see cref="WeightedRandomSampler"/> over rows with weights of their own: rows of a class with the same weight are
/// taken together. Above 4,096 different weights, weights that differ by less than 0.1 % count as the same.
/// </summary>
internal static class RowWeightPlan
{
    private const int MostGroups = 4096;
    private const int RoundedBits = 42;

    public static SamplerPlan Of(ClassCounts counts, RowIndex index, SampleWeights weights, long epochLength, bool replacement, long draws)
    {
        Dictionary<(int ClassIndex, long Bits), (long Count, double Weight)> groups = Group(index, weights, 0);
        groups = groups.Count > MostGroups ? Group(index, weights, RoundedBits) : groups;

        var ofClasses = groups.OrderBy(group => group.Key.ClassIndex).ToArray();
        long[] countOf = [.. ofClasses.Select(group => group.Value.Count)];
        double total = ofClasses.Sum(group => group.Value.Weight);
        double[] shares = [.. ofClasses.Select(group => group.Value.Weight / total)];

        SuccessiveRun? successive = replacement ? null : new SuccessiveRun(countOf, shares, epochLength, draws);
        double[] seen = successive?.Seen ?? [.. shares.Select((share, group) => Coverage.SeenShare(countOf[group], share, draws))];
        double[] drawsOf = successive?.Draws ?? [.. shares.Select(share => share * draws)];

        var classes = new ClassPlan[counts.Classes.Count];
        int first = 0;
        for (int classIndex = 0; classIndex < classes.Length; classIndex++)
        {
            int end = first;
            while (end < ofClasses.Length && ofClasses[end].Key.ClassIndex == classIndex)
            {
                end++;
            }

            int[] own = [.. Enumerable.Range(first, end - first)];
            first = end;
            double ofClass = own.Sum(group => drawsOf[group]);
            double share = own.Sum(group => shares[group]);
            double seenShare = counts[classIndex] == 0 ? 0 : own.Sum(group => seen[group] * countOf[group]) / counts[classIndex];
            classes[classIndex] = new ClassPlan(
                classIndex, counts[classIndex], share, ofClass / draws, ofClass, Math.Min(1, seenShare), Epochs(own));
        }

        return new SamplerPlan(counts, draws, isExact: false, Epochs([.. Enumerable.Range(0, ofClasses.Length)]), classes);

        double? Epochs(int[] chosen)
        {
            long[] rows = [.. chosen.Select(group => countOf[group])];
            double[] ofGroups = [.. chosen.Select(group => (successive?.SeenInEpoch ?? shares)[group])];
            return chosen.Any(group => shares[group] == 0) ? null
                : chosen.Length == 0 ? 0
                : replacement ? Coverage.ExpectedDrawsUntilAllSeen(rows, ofGroups) / draws
                : Coverage.ExpectedEpochsUntilAllSeen(rows, ofGroups) * epochLength / draws;
        }
    }

    private static Dictionary<(int ClassIndex, long Bits), (long Count, double Weight)> Group(RowIndex index, SampleWeights weights, int roundedBits)
    {
        // Scaled, so that the sums are finite for weights of any size.
        int shift = -Math.ILogB(weights.Largest);
        var groups = new Dictionary<(int ClassIndex, long Bits), (long Count, double Weight)>();
        for (int classIndex = 0; classIndex < index.Classes.Count; classIndex++)
        {
            for (int place = 0; place < index.Counts[classIndex]; place++)
            {
                double weight = weights[index.RowOf(classIndex, place)];
                long bits = weight == 0 ? -1 : BitConverter.DoubleToInt64Bits(weight) >> roundedBits;
                ref (long Count, double Weight) group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, (classIndex, bits), out _);
                group.Count++;
                group.Weight += Math.ScaleB(weight, shift);
            }
        }

        return groups;
    }
}
