namespace BalanceGen.Sampling;

/// <summary>
/// Which item is on which subset, how many rows of each class that makes, how far it is from the wanted shares, and by how much a move or
/// an exchange would change that.
/// </summary>
/// <param name="items">The items.</param>
/// <param name="shares">The share of each subset; they add up to 1.</param>
/// <param name="allowsMissing">Whether a class that could be in every subset may as well be missing from one.</param>
internal sealed class DealtItems(SubsetItems items, double[] shares, bool allowsMissing)
{
    /// <summary>What the number of all rows counts beside a class: shares of classes that are right make the numbers of rows right too.</summary>
    private const double WeightOfAllRows = 1.0 / 64;

    private readonly int[] _subsetOf = new int[items.Count];
    private readonly long[] _rows = new long[shares.Length * items.Totals.Length];
    private readonly int[] _itemsOn = new int[shares.Length];
    private readonly double[] _sums = new double[items.Totals.Length];
    private readonly int[] _net = new int[items.Totals.Length];
    private readonly bool[] _isTouched = new bool[items.Totals.Length];
    private readonly List<int> _touched = [];
    private SubsetNorm _norm;

    /// <summary>How many numbers of rows were looked at.</summary>
    public long Work { get; private set; }

    public int SubsetOf(int item) => _subsetOf[item];

    public int ItemsOn(int subset) => _itemsOn[subset];

    /// <summary>The subset of each item, as an array of its own.</summary>
    public int[] Subsets() => (int[])_subsetOf.Clone();

    /// <summary>Takes all items away, but those that are pinned to a subset.</summary>
    public void Clear(int[]? pinned)
    {
        Array.Clear(_rows);
        Array.Clear(_itemsOn);
        for (int item = 0; item < items.Count && pinned is not null; item++)
        {
            if (pinned[item] >= 0)
            {
                Put(item, pinned[item]);
            }
        }
    }

    /// <summary>Puts an item that is on no subset on one. What is wanted is measured anew by <see cref="MeasureBy"/>.</summary>
    public void Put(int item, int subset) => Add(item, subset, 1);

    /// <summary>Measures how far all classes are from what is wanted.</summary>
    public void MeasureBy(SubsetNorm norm)
    {
        _norm = norm;
        for (int classIndex = 0; classIndex < _sums.Length; classIndex++)
        {
            Renew(classIndex);
        }
    }

    /// <summary>How much a subset lacks of what an item has.</summary>
    public double LackOf(int item, int subset)
    {
        ReadOnlySpan<int> classes = items.ClassesOf(item);
        ReadOnlySpan<int> rows = items.RowsOf(item);
        double lack = 0;
        for (int place = 0; place < classes.Length; place++)
        {
            lack -= Deviation(subset, classes[place]) * rows[place] / items.Totals[classes[place]];
        }

        return lack;
    }

    /// <summary>What the first subset loses of each class if it gives one item for another, or for none.</summary>
    public void Collect(int given, int taken)
    {
        foreach (int classIndex in _touched)
        {
            _net[classIndex] = 0;
            _isTouched[classIndex] = false;
        }

        _touched.Clear();
        Add(given, 1);
        if (taken >= 0)
        {
            Add(taken, -1);
        }

        void Add(int item, int sign)
        {
            ReadOnlySpan<int> classes = items.ClassesOf(item);
            ReadOnlySpan<int> rows = items.RowsOf(item);
            for (int place = 0; place < classes.Length; place++)
            {
                if (!_isTouched[classes[place]])
                {
                    _isTouched[classes[place]] = true;
                    _touched.Add(classes[place]);
                }

                _net[classes[place]] += sign * rows[place];
            }
        }
    }

    /// <summary>By how much the cost changes where one subset gives the collected rows to another.</summary>
    public double ChangeOf(int from, int to)
    {
        double change = 0;
        Work += _touched.Count;
        foreach (int classIndex in _touched)
        {
            int net = _net[classIndex];
            if (net == 0)
            {
                continue;
            }

            double moved = (double)net / items.Totals[classIndex];
            (double of, double other) = (Deviation(from, classIndex), Deviation(to, classIndex));
            double sum = _sums[classIndex] - Term(of) - Term(other) + Term(of - moved) + Term(other + moved);
            change += WeightOf(classIndex) * (Norm(sum) - Norm(_sums[classIndex]));
            if (IsWantedEverywhere(classIndex))
            {
                (long before, long beforeOther) = (Rows(from, classIndex), Rows(to, classIndex));
                change += Missing(before - net) + Missing(beforeOther + net) - Missing(before) - Missing(beforeOther);
            }
        }

        return change;
    }

    /// <summary>Gives an item to a subset, and another of that subset, or none (−1), to where the first was.</summary>
    public void Exchange(int given, int taken, int to)
    {
        int from = _subsetOf[given];
        Add(given, from, -1);
        Add(given, to, 1);
        Refresh(given);
        if (taken >= 0)
        {
            Add(taken, to, -1);
            Add(taken, from, 1);
            Refresh(taken);
        }

        void Refresh(int item)
        {
            foreach (int classIndex in items.ClassesOf(item))
            {
                Renew(classIndex);
            }
        }
    }

    /// <summary>What is to be made small.</summary>
    public double Cost()
    {
        double cost = 0;
        for (int classIndex = 0; classIndex < _sums.Length; classIndex++)
        {
            cost += WeightOf(classIndex) * Norm(_sums[classIndex]);
            for (int subset = 0; subset < shares.Length && IsWantedEverywhere(classIndex); subset++)
            {
                cost += Missing(Rows(subset, classIndex));
            }
        }

        return cost;
    }

    private void Add(int item, int subset, int sign)
    {
        ReadOnlySpan<int> classes = items.ClassesOf(item);
        ReadOnlySpan<int> rows = items.RowsOf(item);
        for (int place = 0; place < classes.Length; place++)
        {
            Rows(subset, classes[place]) += sign * rows[place];
        }

        _itemsOn[subset] += sign;
        _subsetOf[item] = subset;
    }

    private void Renew(int classIndex)
    {
        double sum = 0;
        for (int subset = 0; subset < shares.Length && items.Totals[classIndex] > 0; subset++)
        {
            sum += Term(Deviation(subset, classIndex));
        }

        _sums[classIndex] = sum;
    }

    private ref long Rows(int subset, int classIndex) => ref _rows[(subset * _sums.Length) + classIndex];

    private double Deviation(int subset, int classIndex) => ((double)Rows(subset, classIndex) / items.Totals[classIndex]) - shares[subset];

    private double WeightOf(int classIndex) => classIndex == items.AllRows && classIndex > 0 ? WeightOfAllRows : 1;

    private bool IsWantedEverywhere(int classIndex) => !allowsMissing && items.Holders[classIndex] >= shares.Length;

    private double Term(double deviation) => _norm == SubsetNorm.Absolute ? Math.Abs(deviation) : deviation * deviation;

    private double Norm(double sum) => _norm == SubsetNorm.Absolute ? sum : Math.Sqrt(Math.Max(0, sum));

    private static int Missing(long rows) => rows == 0 ? 1 : 0;
}
