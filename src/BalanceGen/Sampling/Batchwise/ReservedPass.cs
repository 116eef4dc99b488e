namespace BalanceGen.Sampling;

/// <summary>How a class is passed over by a sampler that reserves places of the class's permutations and uses some of them.</summary>
/// <param name="TargetShare">The share of the draws that was asked for.</param>
/// <param name="Share">The share of the draws that the class gets on average.</param>
/// <param name="PlacesPerEpoch">The number of places that an epoch reserves.</param>
/// <param name="Used">The share of these places at which a row is drawn, of [0, 1].</param>
/// <param name="Together">How many consecutive places are used all or none, 1 or more.</param>
internal readonly record struct ReservedPass(double TargetShare, double Share, double PlacesPerEpoch, double Used, int Together = 1);
