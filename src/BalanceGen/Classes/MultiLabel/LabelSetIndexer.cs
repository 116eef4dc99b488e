namespace BalanceGen.Classes;

/// <summary>Gives each label set one class, where rows are the positions of their label sets.</summary>
internal readonly struct LabelSetIndexer(ClassSet classes, int[] classOfSet) : IClassIndexer<int>
{
    private readonly int[] _classOfSet = classOfSet;

    public ClassSet Classes { get; } = classes;

    public int IndexOf(in int row) => _classOfSet[row];

    public string DescribeLabel(in int row) => string.Create(CultureInfo.InvariantCulture, $"label set {row}");
}
