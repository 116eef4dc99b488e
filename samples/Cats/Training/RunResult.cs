namespace Cats.Training;

/// <summary>One training.</summary>
/// <param name="Epochs">The score after each epoch.</param>
/// <param name="Corrected">The last epoch's score after the correction to the validation's shares.</param>
/// <param name="CalibrationError">The calibration error of the rare class's probability after the last epoch.</param>
/// <param name="CorrectedCalibrationError">The same after the correction.</param>
internal sealed record RunResult(IReadOnlyList<EpochScore> Epochs, EpochScore Corrected, double CalibrationError, double CorrectedCalibrationError)
{
    /// <summary>The first epoch with the best F1, from 1.</summary>
    public int BestEpoch => 1 + Epochs.Index().MaxBy(epoch => epoch.Item.F1).Index;

    /// <summary>The score after that epoch: what the article reports. It is chosen on the pictures that judge it, so it flatters every method.</summary>
    public EpochScore Best => Epochs[BestEpoch - 1];

    /// <summary>The score after the last epoch.</summary>
    public EpochScore Last => Epochs[^1];
}
