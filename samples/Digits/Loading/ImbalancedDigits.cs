using BalanceGen;

namespace Digits.Loading;

/// <summary>The data of one experiment.</summary>
/// <param name="Pool">The training part of the split, before the rare class is made rare.</param>
/// <param name="Training">The rows to train with: every <see cref="Numeral.Three"/> and few of <see cref="Numeral.Eight"/>.</param>
/// <param name="Test">The rows to score with; nothing was taken away from them.</param>
public sealed record ImbalancedDigits(Digit[] Pool, IndexedDataset<Digit> Training, Digit[] Test)
{
    /// <summary>Splits the images and takes away most rows of the rare class from the training part.</summary>
    /// <param name="images">All images.</param>
    /// <param name="settings">The share of the test part, and how many rare rows stay.</param>
    /// <param name="seed">The seed of the split.</param>
    public static ImbalancedDigits Prepare(Digit[] images, Settings settings, long seed)
    {
        StratifiedSplit split = StratifiedSplit.Of(images, settings.TestShare, seed);
        int frequentRows = split.Training.Count(digit => digit.Numeral == Numeral.Three);
        Digit[] kept = Imbalance.Keep(split.Training, frequentRows, settings.RareRows);
        return new ImbalancedDigits(split.Training, Digit.Classes.Index(kept), split.Test);
    }
}
