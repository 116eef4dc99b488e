namespace BalanceGen.Sampling;

/// <summary>
/// Iterative stratification (Sechidis, Tsoumakas, Vlahavas 2011). The items of the label with the fewest rows left are dealt out first,
/// each to the subset that wants most rows of the label. If several want as many, the one that wants most rows gets the item.
/// </summary>
internal static class IterativeDeal
{
    /// <param name="items">The items, of which none is dealt out yet.</param>
    /// <param name="shares">The share of each subset.</param>
    /// <param name="order">The items in the order in which those of one label are dealt out.</param>
    /// <param name="put">Is told the subset of each item.</param>
    public static void Of(SubsetItems items, double[] shares, int[] order, Action<int, int> put)
    {
        var holders = new List<int>[items.Totals.Length];
        foreach (int item in order)
        {
            foreach (int label in items.ClassesOf(item))
            {
                (holders[label] ??= []).Add(item);
            }
        }

        var left = (long[])items.Totals.Clone();
        double[][] wanted = [.. shares.Select(share => (double[])[.. items.Totals.Select(total => share * total)])];
        var isDealt = new bool[items.Count];
        for (int label = Rarest(left); label >= 0; label = Rarest(left))
        {
            foreach (int item in holders[label].Where(item => !isDealt[item]))
            {
                isDealt[item] = true;
                int subset = Neediest(wanted, label, items.AllRows);
                put(item, subset);
                ReadOnlySpan<int> classes = items.ClassesOf(item);
                ReadOnlySpan<int> rows = items.RowsOf(item);
                for (int place = 0; place < classes.Length; place++)
                {
                    left[classes[place]] -= rows[place];
                    wanted[subset][classes[place]] -= rows[place];
                }
            }
        }
    }

    /// <summary>The label of which the fewest rows are left, but some; all rows come after every label. −1 where nothing is left.</summary>
    private static int Rarest(long[] left)
    {
        int rarest = -1;
        for (int label = 0; label < left.Length - 1; label++)
        {
            rarest = left[label] > 0 && (rarest < 0 || left[label] < left[rarest]) ? label : rarest;
        }

        return rarest >= 0 ? rarest : left[^1] > 0 ? left.Length - 1 : -1;
    }

    private static int Neediest(double[][] wanted, int label, int allRows)
    {
        int neediest = 0;
        for (int subset = 1; subset < wanted.Length; subset++)
        {
            int order = wanted[subset][label].CompareTo(wanted[neediest][label]);
            neediest = order > 0 || (order == 0 && wanted[subset][allRows] > wanted[neediest][allRows]) ? subset : neediest;
        }

        return neediest;
    }
}
