namespace BalanceGen.ML;

/// <summary>Class weights in the precision that trainers read.</summary>
internal static class SingleWeights
{
    public static float[] Of(ClassWeights weights)
    {
        var singles = new float[weights.Values.Length];
        for (int classIndex = 0; classIndex < singles.Length; classIndex++)
        {
            float single = (float)weights[classIndex];
            singles[classIndex] = float.IsFinite(single)
                ? single
                : throw new OverflowException($"The weight {weights[classIndex]:R} of class '{weights.Classes[classIndex]}' is beyond the range of float.");
        }

        return singles;
    }
}
