using BalanceGen;

namespace MlNet;

/// <summary>A protein of yeast: eight measures of its sequence, and where in the cell it is.</summary>
/// <param name="Measures">mcg, gvh, alm, mit, erl, pox, vac and nuc, as in the file.</param>
/// <param name="Site">The label, from 463 of cytosol to 5 of the endoplasmic reticulum's lumen.</param>
[BalancedDataset]
public readonly partial record struct Yeast(
    float[] Measures, [property: ClassLabel("CYT", "NUC", "MIT", "ME3", "ME2", "ME1", "EXC", "VAC", "POX", "ERL")] string Site);
