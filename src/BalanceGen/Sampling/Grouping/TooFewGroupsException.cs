namespace BalanceGen.Sampling;

/// <summary>There are too few groups for the subsets of a split: in all, or with rows of a class.</summary>
public sealed class TooFewGroupsException : BalanceGenArgumentException
{
    internal TooFewGroupsException(int groups, int groupsNeeded)
        : base($"The rows are of {groups} {(groups == 1 ? "group" : "groups")}, and a split in {groupsNeeded} subsets needs {groupsNeeded}: a group is never in two subsets.")
    {
        GroupsNeeded = groupsNeeded;
        ClassIndices = [];
    }

    internal TooFewGroupsException(ClassSet classes, int groupsNeeded, int[] classIndices, int[] groupsOfClass)
        : base(
            $"The rows of {(classIndices.Length == 1 ? "the class" : "the classes")} "
            + ShortList.Of(classIndices.Length, place => $"'{classes[classIndices[place]]}' (in {groupsOfClass[classIndices[place]]} {(groupsOfClass[classIndices[place]] == 1 ? "group" : "groups")})")
            + $" lie in too few groups for every subset of the split: {groupsNeeded} are needed. Add groups, or choose RareClassPolicy.KeepInTrain or RareClassPolicy.Spread where enough other groups are left.")
    {
        GroupsNeeded = groupsNeeded;
        ClassIndices = classIndices;
    }

    /// <summary>How many groups are needed: the number of subsets.</summary>
    public int GroupsNeeded { get; }

    /// <summary>The class indices of the classes that are in fewer groups; empty where there are too few groups in all.</summary>
    public IReadOnlyList<int> ClassIndices { get; }
}
