using BalanceGen.Randomness;

namespace BalanceGen.Sampling;

/// <summary>Deals items out to subsets so that each subset has its share of every class as nearly as can be.</summary>
/// <remarks>
/// What is made small is, for groups of rows with one label, Σ_c √(Σ_s (n_sc/n_c − t_s)²), over the classes and, with the weight 1/64, all rows as one more class, where t_s is the share of
/// subset s. For subsets of one size this is, up to a factor, the measure of scikit-learn's StratifiedGroupKFold. For several labels it is Σ_c Σ_s |n_sc/n_c − t_s|, the deviations of the shares
/// themselves. A class that could be in every subset and is missing from one costs 1 more, unless it may be missing.
/// First the items are dealt out: from the largest to the smallest, each to the subset that lacks most of it, or as iterative stratification does it. Then items are moved and exchanged as long
/// as that helps, by the squares first: they tell more often than absolute deviations which of two ways is better.
/// This is done from several random orders and the best result is kept. The amount of work is bounded by counting it, never by a clock: the result is the same on every machine.
/// </remarks>
internal sealed class SubsetSearch
{
    /// <summary>Random orders from which the search starts, if that is little work.</summary>
    private const int MostStarts = 64;

    /// <summary>How many numbers of rows are looked at before the search starts no more.</summary>
    private const long WorkOfStarts = 1L << 22;

    /// <summary>How many numbers of rows are looked at before exchanges end.</summary>
    private const long MostWork = 1L << 24;

    /// <summary>What the number of all rows counts beside a class: shares of classes that are right make the numbers of rows right too.</summary>
    private const double WeightOfAllRows = 1.0 / 64;

    /// <summary>Gains below this may be rounding.</summary>
    private const double LeastGain = 1e-12;

    private readonly SubsetItems _items;
    private readonly double[] _shares;
    private readonly int[]? _pinned;
    private readonly long _seed;
    private readonly bool _allowsMissing;
    private readonly bool _isAbsolute;
    private readonly int[] _sideOf;
    private readonly long[] _rows;
    private readonly int[] _itemsOn;
    private readonly double[] _sums;
    private readonly int[] _net;
    private readonly bool[] _isTouched;
    private readonly List<int> _touched = [];
    private SubsetNorm _norm;
    private long _work;

    private SubsetSearch(SubsetItems items, double[] shares, int[]? pinned, long seed, bool allowsMissing, bool isAbsolute)
    {
        _allowsMissing = allowsMissing;
        _isAbsolute = isAbsolute;
        _items = items;
        _shares = shares;
        _pinned = pinned;
        _seed = seed;
        _sideOf = new int[items.Count];
        _rows = new long[shares.Length * items.Totals.Length];
        _itemsOn = new int[shares.Length];
        _sums = new double[items.Totals.Length];
        _net = new int[items.Totals.Length];
        _isTouched = new bool[items.Totals.Length];
    }

    /// <summary>The subset of each item. Every subset has at least one.</summary>
    /// <param name="items">The items, as many as subsets or more.</param>
    /// <param name="shares">The share of each subset; they add up to 1.</param>
    /// <param name="pinned">For each item the subset on which it has to be, or −1; null where none is pinned. As many others as subsets or more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="allowsMissing">Whether a class that could be in every subset may as well be missing from one.</param>
    /// <param name="isAbsolute">Whether deviations count as they are, and not by their squares.</param>
    public static int[] SidesOf(SubsetItems items, double[] shares, int[]? pinned, long seed, bool allowsMissing, bool isAbsolute = false)
    {
        var search = new SubsetSearch(items, shares, pinned, seed, allowsMissing, isAbsolute);
        int[] best = [];
        double least = double.PositiveInfinity;
        for (int start = 0; start < MostStarts && (start == 0 || search._work < WorkOfStarts); start++)
        {
            int[] order = search.OrderOf(start);
            search.Start(order, isIterative: isAbsolute && start % 4 == 1);
            double cost = search.Cost();
            if (cost < least - LeastGain)
            {
                least = cost;
                best = (int[])search._sideOf.Clone();
            }
        }

        return best;
    }

    /// <summary>Large items first, those of about the same size in random order; of every second start all in random order.</summary>
    private int[] OrderOf(int start)
    {
        var order = new int[_items.Count];
        KeyedPermutation.Fill(order.Length, _seed, DrawStreams.SplitGroups, (ulong)start, 0, order);
        return [.. order.Where(item => _pinned is null || _pinned[item] < 0).OrderByDescending(item => start % 2 == 0 ? int.Log2(_items.SizeOf(item)) : 0)];
    }

    /// <summary>Deals the items out anew and improves that.</summary>
    private void Start(int[] order, bool isIterative)
    {
        Clear();
        _norm = _isAbsolute && isIterative ? SubsetNorm.Absolute : SubsetNorm.Squares;
        if (isIterative)
        {
            IterativeDeal.Of(_items, _shares, order, (item, side) => Put(item, side, 1));
        }
        else
        {
            Deal(order);
        }

        RenewAll();
        FillEmptySubsets(order);
        Improve(order);
        if (_isAbsolute && _norm != SubsetNorm.Absolute)
        {
            _norm = SubsetNorm.Absolute;
            RenewAll();
            Improve(order);
        }
    }

    private void Clear()
    {
        Array.Clear(_rows);
        Array.Clear(_itemsOn);
        for (int item = 0; item < _items.Count && _pinned is not null; item++)
        {
            if (_pinned[item] >= 0)
            {
                Put(item, _pinned[item], 1);
            }
        }
    }

    private void RenewAll()
    {
        for (int classIndex = 0; classIndex < _sums.Length; classIndex++)
        {
            Renew(classIndex);
        }
    }

    private void Deal(int[] order)
    {
        foreach (int item in order)
        {
            ReadOnlySpan<int> classes = _items.ClassesOf(item);
            ReadOnlySpan<int> rows = _items.RowsOf(item);
            (int best, double most) = (0, double.NegativeInfinity);
            for (int subset = 0; subset < _shares.Length; subset++)
            {
                double lack = 0;
                for (int place = 0; place < classes.Length; place++)
                {
                    lack -= Deviation(subset, classes[place]) * rows[place] / _items.Totals[classes[place]];
                }

                (best, most) = lack > most ? (subset, lack) : (best, most);
            }

            Put(item, best, 1);
        }
    }

    private void FillEmptySubsets(int[] order)
    {
        for (int subset = 0; subset < _shares.Length; subset++)
        {
            if (_itemsOn[subset] == 0)
            {
                // Where they are sorted, the smallest ones are the last.
                Exchange(order.Last(item => _itemsOn[_sideOf[item]] > 1), -1, subset);
            }
        }
    }

    private void Improve(int[] order)
    {
        bool improved;
        do
        {
            improved = false;
            foreach (int item in order)
            {
                improved |= TryMove(item);
            }

            // Items of about the same size are neighbours, and are tried first.
            for (int distance = 1; distance < order.Length && _work < MostWork; distance++)
            {
                for (int place = 0; place + distance < order.Length; place++)
                {
                    improved |= TryExchange(order[place], order[place + distance]);
                }
            }
        }
        while (improved && _work < MostWork);
    }

    private bool TryMove(int item)
    {
        int from = _sideOf[item];
        if (_itemsOn[from] == 1)
        {
            return false;
        }

        Collect(item, -1);
        (int best, double least) = (-1, -LeastGain);
        for (int subset = 0; subset < _shares.Length; subset++)
        {
            double change = subset == from ? 0 : ChangeOf(from, subset);
            (best, least) = change < least ? (subset, change) : (best, least);
        }

        if (best >= 0)
        {
            Exchange(item, -1, best);
        }

        return best >= 0;
    }

    private bool TryExchange(int first, int second)
    {
        (int from, int to) = (_sideOf[first], _sideOf[second]);
        if (from == to)
        {
            return false;
        }

        Collect(first, second);
        if (!(ChangeOf(from, to) < -LeastGain))
        {
            return false;
        }

        Exchange(first, second, to);
        return true;
    }

    /// <summary>What the first subset loses of each class if it gives one item for another, or for none.</summary>
    private void Collect(int given, int taken)
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
            ReadOnlySpan<int> classes = _items.ClassesOf(item);
            ReadOnlySpan<int> rows = _items.RowsOf(item);
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
    private double ChangeOf(int from, int to)
    {
        double change = 0;
        _work += _touched.Count;
        foreach (int classIndex in _touched)
        {
            int net = _net[classIndex];
            if (net == 0)
            {
                continue;
            }

            double moved = (double)net / _items.Totals[classIndex];
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

    private void Exchange(int given, int taken, int to)
    {
        int from = _sideOf[given];
        Put(given, from, -1);
        Put(given, to, 1);
        Refresh(given);
        if (taken >= 0)
        {
            Put(taken, to, -1);
            Put(taken, from, 1);
            Refresh(taken);
        }

        void Refresh(int item)
        {
            foreach (int classIndex in _items.ClassesOf(item))
            {
                Renew(classIndex);
            }
        }
    }

    private void Put(int item, int subset, int sign)
    {
        ReadOnlySpan<int> classes = _items.ClassesOf(item);
        ReadOnlySpan<int> rows = _items.RowsOf(item);
        for (int place = 0; place < classes.Length; place++)
        {
            Rows(subset, classes[place]) += sign * rows[place];
        }

        _itemsOn[subset] += sign;
        _sideOf[item] = subset;
    }

    private double Cost()
    {
        double cost = 0;
        for (int classIndex = 0; classIndex < _sums.Length; classIndex++)
        {
            cost += WeightOf(classIndex) * Norm(_sums[classIndex]);
            for (int subset = 0; subset < _shares.Length && IsWantedEverywhere(classIndex); subset++)
            {
                cost += Missing(Rows(subset, classIndex));
            }
        }

        return cost;
    }

    private void Renew(int classIndex)
    {
        double sum = 0;
        for (int subset = 0; subset < _shares.Length && _items.Totals[classIndex] > 0; subset++)
        {
            sum += Term(Deviation(subset, classIndex));
        }

        _sums[classIndex] = sum;
    }

    private ref long Rows(int subset, int classIndex) => ref _rows[(subset * _sums.Length) + classIndex];

    private double Deviation(int subset, int classIndex) => ((double)Rows(subset, classIndex) / _items.Totals[classIndex]) - _shares[subset];

    private double WeightOf(int classIndex) => classIndex == _items.AllRows && classIndex > 0 ? WeightOfAllRows : 1;

    private bool IsWantedEverywhere(int classIndex) => !_allowsMissing && _items.Holders[classIndex] >= _shares.Length;

    private double Term(double deviation) => _norm == SubsetNorm.Absolute ? Math.Abs(deviation) : deviation * deviation;

    private double Norm(double sum) => _norm == SubsetNorm.Absolute ? sum : Math.Sqrt(Math.Max(0, sum));

    private static int Missing(long rows) => rows == 0 ? 1 : 0;
}
