namespace BalanceGen.Generators.ClassLists;

/// <summary>A target with what the files of the project say about it.</summary>
internal static class FileTarget
{
    /// <summary>The target with its classes and counts, or null if nothing says which classes there are.</summary>
    public static CountedTarget? Of(TargetModel target, CountFileSet counts, PathIndex<ClassListFile> lists)
    {
        if (FileClasses.Of(target.Label, target.CountSources, counts, lists) is not { } classes)
        {
            return ResolvedCounts.Of(target.CountSources, target.Label, counts).Of(target);
        }

        if (!classes.IsNamed)
        {
            return null;
        }

        if (classes.Label is not { } label)
        {
            TargetModel unknown = target with { Label = classes.Unknown(target.Types[target.Types.Count - 1].Name) };
            return new CountedTarget(unknown, Counts: null, classes.Problem) { HasFileClasses = true };
        }

        CountSources sources = FileClasses.WithDeclared(target.CountSources, label);
        return ResolvedCounts.Of(sources, label, counts).Of(target with { Label = label }) with { HasFileClasses = true, ClassOrder = classes.Order };
    }
}
