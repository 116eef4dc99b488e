namespace BalanceGen.Sampling;

/// <summary>What the number of a visit means for a sampler; see <see cref="Sampler.VisitNumbering"/>. In every numbering, two draws of a row have different
/// numbers.</summary>
public enum VisitNumbering
{
    /// <summary>The number of earlier draws of the row: 0 at its first draw, 12 at its thirteenth.</summary>
    Exact,

    /// <summary>
    /// The number of the pass over the class, or of the epoch, in which the row is drawn, with a gap if it is left out. If an epoch has
    /// copies of rows, the copies have numbers of their own, in no particular order, and a later epoch has greater ones.
    /// </summary>
    Distinct,

    /// <summary>The number of the draw itself: draws are independent, and how often a row was drawn before is not known without making all of them.</summary>
    Draw,
}
