using BalanceGen;

namespace MlNet;

/// <summary>A block of a scanned page: ten measures, and what it is.</summary>
/// <param name="Measures">Height, length, area, eccentricity and so on, as in the file.</param>
/// <param name="Kind">The label: text, horizontal line, graphic, vertical line, picture.</param>
[BalancedDataset]
public readonly partial record struct PageBlock(float[] Measures, [property: ClassLabel("1", "2", "3", "4", "5")] string Kind);
