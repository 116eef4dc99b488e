namespace BalanceGen.Tool.Plots;

/// <summary>A plot of the report.</summary>
/// <param name="Id">Its anchor in the page.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Meaning">What it means for training, in a sentence or two.</param>
/// <param name="Draw">Draws it in a width.</param>
internal sealed record Plot(string Id, string Title, string Meaning, Func<double, Svg> Draw)
{
    /// <summary>The width on a desk, and on paper.</summary>
    public const double Wide = 720;

    /// <summary>The width on a telephone.</summary>
    public const double Narrow = 340;
}
