namespace BalanceGen.Sampling;

/// <summary>Deals items out to subsets so that each subset has its share of every class as nearly as can be.</summary>
/// <remarks>
/// For groups of rows with one label, the search makes Σ_c √(Σ_s (n_sc/n_c − t_s)²) small. The sum is over the classes and, with the weight
/// 1/64, all rows as one more class; t_s is the share of subset s. For subsets of one size this is, up to a factor, the measure of
/// scikit-learn's StratifiedGroupKFold. For several labels the search makes Σ_c Σ_s |n_sc/n_c − t_s| small, the deviations of the shares
/// themselves. A class that could be in every subset and is missing from one costs 1 more, unless it may be missing.
/// First the items are dealt out: from the largest to the smallest, each to the subset that lacks most of it, or by iterative
/// stratification. Then items are moved and exchanged as long as that helps, by the squares first: they tell more often than absolute
/// deviations which of two ways is better.
/// This is done from several random orders, and the best result is kept. The search counts its work and stops at a limit. It uses no clock,
/// so the result is the same on every machine.
/// </remarks>
internal sealed class SubsetSearch(SubsetItems items, double[] shares, int[]? pinned, long seed, bool allowsMissing, bool isAbsolute)
{
    /// <summary>Random orders from which the search starts, if that is little work.</summary>
    private const int MostStarts = 64;

    /// <summary>How many numbers of rows are looked at before the search starts no more.</summary>
    private const long WorkOfStarts = 1L << 22;

    /// <summary>How many numbers of rows are looked at before exchanges end.</summary>
    private const long MostWork = 1L << 24;

    /// <summary>Gains below this may be rounding.</summary>
    private const double LeastGain = 1e-12;

    private readonly DealtItems _dealt = new(items, shares, allowsMissing);

    /// <summary>The subset of each item. Every subset has at least one.</summary>
    /// <param name="items">The items, as many as subsets or more.</param>
    /// <param name="shares">The share of each subset; they add up to 1.</param>
    /// <param name="pinned">For each item the subset on which it has to be, or −1; null where none is pinned. As many others as subsets or more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="allowsMissing">Whether a class that could be in every subset may as well be missing from one.</param>
    /// <param name="isAbsolute">Whether deviations count as they are, and not by their squares.</param>
    public static int[] SubsetsOf(SubsetItems items, double[] shares, int[]? pinned, long seed, bool allowsMissing, bool isAbsolute = false)
    {
        var search = new SubsetSearch(items, shares, pinned, seed, allowsMissing, isAbsolute);
        int[] best = [];
        double least = double.PositiveInfinity;
        for (int start = 0; start < MostStarts && (start == 0 || search._dealt.Work < WorkOfStarts); start++)
        {
            int[] order = search.OrderOf(start);
            search.Start(order, isIterative: isAbsolute && start % 4 == 1);
            double cost = search._dealt.Cost();
            if (cost < least - LeastGain)
            {
                least = cost;
                best = search._dealt.Subsets();
            }
        }

        return best;
    }

    /// <summary>Large items first, those of about the same size in random order; of every second start all in random order.</summary>
    private int[] OrderOf(int start)
    {
        var order = new int[items.Count];
        KeyedPermutation.Fill(order.Length, seed, DrawStreams.SplitGroups, (ulong)start, 0, order);
        return [.. order.Where(item => pinned is null || pinned[item] < 0).OrderByDescending(item => start % 2 == 0 ? int.Log2(items.SizeOf(item)) : 0)];
    }

    /// <summary>Deals the items out anew and improves that.</summary>
    private void Start(int[] order, bool isIterative)
    {
        _dealt.Clear(pinned);
        var norm = isAbsolute && isIterative ? SubsetNorm.Absolute : SubsetNorm.Squares;
        if (isIterative)
        {
            IterativeDeal.Of(items, shares, order, _dealt.Put);
        }
        else
        {
            Deal(order);
        }

        _dealt.MeasureBy(norm);
        FillEmptySubsets(order);
        Improve(order);
        if (isAbsolute && norm != SubsetNorm.Absolute)
        {
            _dealt.MeasureBy(SubsetNorm.Absolute);
            Improve(order);
        }
    }

    private void Deal(int[] order)
    {
        foreach (int item in order)
        {
            (int best, double most) = (0, double.NegativeInfinity);
            for (int subset = 0; subset < shares.Length; subset++)
            {
                double lack = _dealt.LackOf(item, subset);
                (best, most) = lack > most ? (subset, lack) : (best, most);
            }

            _dealt.Put(item, best);
        }
    }

    private void FillEmptySubsets(int[] order)
    {
        for (int subset = 0; subset < shares.Length; subset++)
        {
            if (_dealt.ItemsOn(subset) == 0)
            {
                // Where they are sorted, the smallest ones are the last.
                _dealt.Exchange(order.Last(item => _dealt.ItemsOn(_dealt.SubsetOf(item)) > 1), -1, subset);
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
            for (int distance = 1; distance < order.Length && _dealt.Work < MostWork; distance++)
            {
                for (int place = 0; place + distance < order.Length; place++)
                {
                    improved |= TryExchange(order[place], order[place + distance]);
                }
            }
        }
        while (improved && _dealt.Work < MostWork);
    }

    private bool TryMove(int item)
    {
        int from = _dealt.SubsetOf(item);
        if (_dealt.ItemsOn(from) == 1)
        {
            return false;
        }

        _dealt.Collect(item, -1);
        (int best, double least) = (-1, -LeastGain);
        for (int subset = 0; subset < shares.Length; subset++)
        {
            double change = subset == from ? 0 : _dealt.ChangeOf(from, subset);
            (best, least) = change < least ? (subset, change) : (best, least);
        }

        if (best >= 0)
        {
            _dealt.Exchange(item, -1, best);
        }

        return best >= 0;
    }

    private bool TryExchange(int first, int second)
    {
        (int from, int to) = (_dealt.SubsetOf(first), _dealt.SubsetOf(second));
        if (from == to)
        {
            return false;
        }

        _dealt.Collect(first, second);
        if (!(_dealt.ChangeOf(from, to) < -LeastGain))
        {
            return false;
        }

        _dealt.Exchange(first, second, to);
        return true;
    }
}
