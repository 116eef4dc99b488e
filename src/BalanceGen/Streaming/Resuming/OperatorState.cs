namespace BalanceGen.Streaming;

/// <summary>Where one operator of a stream stood. Immutable: the rows are copies.</summary>
/// <param name="Configuration">What the operator is: its name, then its settings, divided by <see cref="Divider"/>.</param>
/// <param name="Pass">The pass.</param>
/// <param name="Ended">Whether there was nothing more to read.</param>
/// <param name="Numbers">The numbers of the step; of a floating-point number its bits.</param>
/// <param name="Rows">The rows that waited: an array of rows, of batches, or of batches of batches.</param>
/// <param name="Sources">Its sources.</param>
internal sealed record OperatorState(string Configuration, long Pass, bool Ended, long[] Numbers, Array Rows, SourcePosition[] Sources)
{
    public const string Divider = "; ";

    /// <exception cref="StreamStateMismatchException">The state is of another operator.</exception>
    public void RefuseOther(string configuration, int sources)
    {
        if (Configuration != configuration)
        {
            string[] saved = Configuration.Split(Divider);
            string[] own = configuration.Split(Divider);
            string[] differences = saved[0] != own[0] || saved.Length != own.Length
                ? [$"it is of {Configuration}, and here is {configuration}"]
                : [.. saved.Zip(own).Where(pair => pair.First != pair.Second).Select(pair => $"{own[0]} has {pair.First} in the state, and {pair.Second} here")];
            throw new StreamStateMismatchException(string.Join(", ", differences));
        }

        if (Sources.Length != sources)
        {
            throw new StreamStateMismatchException(FormattableString.Invariant($"its {Configuration} has {Sources.Length} sources, and here there are {sources}"));
        }
    }
}
