namespace Digits.Training;

/// <summary>How a classifier did on the test rows. The rare class is the positive one.</summary>
/// <param name="TruePositives">Rare rows that were called rare.</param>
/// <param name="FalsePositives">Frequent rows that were called rare.</param>
/// <param name="FalseNegatives">Rare rows that were called frequent.</param>
/// <param name="TrueNegatives">Frequent rows that were called frequent.</param>
public readonly record struct Scores(int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives)
{
    /// <summary>The share of the rows that were called right.</summary>
    public double Accuracy => (double)(TruePositives + TrueNegatives) / (TruePositives + FalsePositives + FalseNegatives + TrueNegatives);

    /// <summary>The share of the rare rows that were found.</summary>
    public double Recall => (double)TruePositives / (TruePositives + FalseNegatives);

    /// <summary>The harmonic mean of precision and recall, in the form that is defined even where nothing was called rare.</summary>
    public double F1 => 2.0 * TruePositives / ((2 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>Scores a classifier on rows that contain both classes.</summary>
    public static Scores Of(Network network, IReadOnlyList<Digit> test)
    {
        int truePositives = 0, falsePositives = 0, falseNegatives = 0, trueNegatives = 0;
        foreach (Digit digit in test)
        {
            bool calledRare = network.LogOdds(digit.Pixels) > 0;
            switch (calledRare, digit.Numeral == Numeral.Eight)
            {
                case (true, true):
                    truePositives++;
                    break;
                case (true, false):
                    falsePositives++;
                    break;
                case (false, true):
                    falseNegatives++;
                    break;
                default:
                    trueNegatives++;
                    break;
            }
        }

        return new Scores(truePositives, falsePositives, falseNegatives, trueNegatives);
    }
}
