namespace Cats.Training;

/// <summary>How the pictures of an epoch are drawn.</summary>
internal enum DrawMode
{
    /// <summary>Each picture once, in random order.</summary>
    Shuffled,

    /// <summary>Independent draws with equal shares of the classes: the article's oversampling.</summary>
    Weighted,

    /// <summary>Equal shares at every moment, every picture seen.</summary>
    Balanced,
}
