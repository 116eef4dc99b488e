namespace BalanceGen.Evaluation;

/// <summary>
/// The mean recall of the classes with many, some and few training rows, as papers on long tails report it (Liu et al. 2019, Large-scale long-tailed recognition in an
/// open world, arXiv 1904.05160). A group without classes is null.
/// </summary>
/// <param name="Many">The mean recall of the classes with many training rows, of [0, 1].</param>
/// <param name="Medium">The mean recall of the classes in between.</param>
/// <param name="Few">The mean recall of the classes with few training rows.</param>
/// <param name="ManyClasses">The number of classes with many training rows that have rows in the evaluation.</param>
/// <param name="MediumClasses">The number of those in between.</param>
/// <param name="FewClasses">The number of those with few.</param>
public readonly record struct ShotAccuracy(double? Many, double? Medium, double? Few, int ManyClasses, int MediumClasses, int FewClasses)
{
    /// <summary>An aligned table with a line for each group.</summary>
    public override string ToString()
    {
        var table = new AlignedTable("training rows", "classes", "accuracy");
        Add("many", ManyClasses, Many);
        Add("medium", MediumClasses, Medium);
        Add("few", FewClasses, Few);
        return table.ToString(whole: true);

        void Add(string group, int classes, double? accuracy) => table.Add(
            group,
            classes.ToString("N0", CultureInfo.InvariantCulture),
            accuracy is { } mean ? string.Create(CultureInfo.InvariantCulture, $"{100 * mean:F1} %") : "-");
    }
}
