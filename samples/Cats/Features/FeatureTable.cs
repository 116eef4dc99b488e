namespace Cats.Features;

/// <summary>The features of every picture as it is, and of some random views of it.</summary>
/// <param name="animals">The pictures with their labels, in the order of their numbers.</param>
/// <param name="dimensions">The number of features.</param>
/// <param name="views">For each view the features of all pictures, one picture after the other. View 0 is the picture as it is.</param>
internal sealed class FeatureTable(Animal[] animals, int dimensions, float[][] views)
{
    /// <summary>The pictures with their labels.</summary>
    public Animal[] Animals { get; } = animals;

    /// <summary>The number of features.</summary>
    public int Dimensions { get; } = dimensions;

    /// <summary>How many augmented views there are of each picture.</summary>
    public int AugmentedViews => views.Length - 1;

    /// <summary>The features of a view of a picture.</summary>
    public ReadOnlySpan<float> Of(int number, int view) => views[view].AsSpan(number * Dimensions, Dimensions);

    /// <summary>The features of the view that belongs to the k-th showing of a picture: another one each time, in turn.</summary>
    public ReadOnlySpan<float> OfVisit(int number, long visit) => Of(number, 1 + (int)(visit % AugmentedViews));
}
