namespace BalanceGen.Generators;

/// <summary>The names of the pipeline's steps. Tests find them by reflection, so a new step is covered the day it is added.</summary>
internal static class TrackingNames
{
    public const string Parse = nameof(Parse);
    public const string ValidTargets = nameof(ValidTargets);
    public const string CountFiles = nameof(CountFiles);
    public const string ClassLists = nameof(ClassLists);
    public const string CountedTargets = nameof(CountedTargets);
}
