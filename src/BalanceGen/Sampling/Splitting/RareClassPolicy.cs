namespace BalanceGen.Sampling;

/// <summary>What a stratified split does with a class that has rows, but too few to be in every subset: fewer than 2 for a split, fewer than k for k folds.</summary>
public enum RareClassPolicy
{
    /// <summary>It is an error: <see cref="RareClassException"/>, with the class's name. The default.</summary>
    Throw,

    /// <summary>All rows of the class are for training; no test subset has the class.</summary>
    KeepInTrain,

    /// <summary>The rows are dealt out like all others, each to one subset; some subsets do not have the class. This is what scikit-learn's folds do.</summary>
    Spread,
}
