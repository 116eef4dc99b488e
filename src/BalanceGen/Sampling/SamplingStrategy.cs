namespace BalanceGen;

/// <summary>
/// How many rows of each class an over- or undersampled epoch holds: imbalanced-learn's <c>sampling_strategy</c>. Resolved against the counts
/// of a data set when a sampler is made.
/// </summary>
/// <remarks>
/// Oversampling brings the chosen classes up to the most frequent class, undersampling down to the least frequent one that has rows; other classes keep their rows. If
/// several classes are equally frequent, the one with the lowest class index counts as the most or least frequent.
/// Immutable and thread-safe.
/// </remarks>
public sealed class SamplingStrategy
{
    private readonly string _name;
    private readonly double? _ratio;
    private readonly long? _each;
    private readonly (string Class, long Count)[]? _counts;

    private SamplingStrategy(string name) => _name = name;

    private SamplingStrategy(double ratio)
    {
        _name = string.Create(CultureInfo.InvariantCulture, $"Ratio({ratio})");
        _ratio = ratio;
    }

    private SamplingStrategy(long each)
    {
        _name = string.Create(CultureInfo.InvariantCulture, $"Each({each})");
        _each = each;
    }

    private SamplingStrategy((string Class, long Count)[] counts)
    {
        _name = $"Counts({ShortList.Of(counts.Length, place => string.Create(CultureInfo.InvariantCulture, $"(\"{counts[place].Class}\", {counts[place].Count})"))})";
        _counts = counts;
    }

    /// <summary>All classes but the one that needs no change: "not majority" when oversampling, "not minority" when undersampling. The default.</summary>
    public static SamplingStrategy Auto { get; } = new("Auto");

    /// <summary>Only the least frequent class. For oversampling.</summary>
    public static SamplingStrategy Minority { get; } = new("Minority");

    /// <summary>Only the most frequent class. For undersampling.</summary>
    public static SamplingStrategy Majority { get; } = new("Majority");

    /// <summary>All classes but the least frequent one.</summary>
    public static SamplingStrategy NotMinority { get; } = new("NotMinority");

    /// <summary>All classes but the most frequent one.</summary>
    public static SamplingStrategy NotMajority { get; } = new("NotMajority");

    /// <summary>All classes.</summary>
    public static SamplingStrategy All { get; } = new("All");

    /// <summary>
    /// For two classes: the rows of the minority divided by those of the majority after resampling. Oversampling adds ratio·majority − minority rows to the
    /// minority, undersampling leaves the majority minority/ratio rows, each cut to a whole number.
    /// </summary>
    /// <param name="ratio">
    /// The ratio, of (0, 1]. It is refused if oversampling would have to remove a whole row, or undersampling to add one; 0.3 is fine for
    /// 10 and 33 rows.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ratio"/> is outside that range or NaN.</exception>
    public static SamplingStrategy Ratio([ValueRange(0, 1, ExcludesMinimum = true)] double ratio) =>
        ratio is > 0 and <= 1
            ? new SamplingStrategy(ratio)
            : throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "The ratio must be of (0, 1].");

    /// <summary>Exactly this number of rows of every class that has rows, whether that is more than it has or fewer. For oversampling and undersampling alike.</summary>
    /// <param name="count">The number of rows of each class, 1 or more.</param>
    /// <remarks>
    /// A class with more rows shows a new random choice of them every epoch. A class with fewer shows each equally often, and a random
    /// choice of them once more.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static SamplingStrategy Each(long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new SamplingStrategy(count);
    }

    /// <summary>Explicit numbers of rows after resampling; classes that are not named keep theirs.</summary>
    /// <param name="counts">Class names and numbers of rows, each class once.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    /// <exception cref="ArgumentException">A class is named twice.</exception>
    public static SamplingStrategy Counts(params ReadOnlySpan<(string Class, long Count)> counts)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, long count) in counts)
        {
            ArgumentNullException.ThrowIfNull(name, nameof(counts));
            if (count < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(counts), count, $"The number of rows of class '{name}' is negative.");
            }

            if (!names.Add(name))
            {
                throw new ArgumentException($"The class '{name}' is named twice.", nameof(counts));
            }
        }

        return new SamplingStrategy(counts.ToArray());
    }

    /// <summary>The strategy as it is written in code; of more than 12 counts the first 8 and the last 2.</summary>
    public override string ToString() => _name;

    /// <summary>The number of rows of each class in an oversampled epoch: at least as many as there are, but for <see cref="Each"/>.</summary>
    internal ClassCounts Oversampled(ClassCounts counts) => this != Majority
        ? Resampled(counts, adds: true)
        : throw new ArgumentException("Oversampling cannot add to the majority class: use SamplingStrategy.Minority, NotMajority, NotMinority, All, Ratio or Counts.");

    /// <summary>The number of rows of each class in an undersampled epoch: at most as many as there are, but for <see cref="Each"/>.</summary>
    internal ClassCounts Undersampled(ClassCounts counts) => this != Minority
        ? Resampled(counts, adds: false)
        : throw new ArgumentException("Undersampling cannot take from the minority class: use SamplingStrategy.Majority, NotMajority, NotMinority, All, Ratio or Counts.");

    private ClassCounts Resampled(ClassCounts counts, bool adds)
    {
        if (_each is { } each)
        {
            return new ClassCounts(counts.Classes, [.. counts.Values.ToArray().Select(count => count > 0 ? each : 0)]);
        }

        (int minority, int majority) = Extremes(counts);
        long[] resampled = counts.Values.ToArray();
        if (_counts is not null)
        {
            foreach ((string name, long count) in _counts)
            {
                int index = counts.Classes.IndexOf(name);
                resampled[index] = count == counts[index] || count > counts[index] == adds
                    ? count
                    : throw new ArgumentException(Text($"{(adds ? "Oversampling cannot reduce" : "Undersampling cannot raise")} class '{name}' from {counts[index]} to {count} rows."));
            }
        }
        else if (_ratio is { } ratio)
        {
            CheckTwoClasses(counts);
            resampled[adds ? minority : majority] = adds ? Raised(counts, minority, majority, ratio) : Reduced(counts, minority, majority, ratio);
        }
        else
        {
            Set(resampled, counts[adds ? majority : minority], minority, majority);
        }

        return Checked(counts, resampled);
    }

    private static long Raised(ClassCounts counts, int minority, int majority, double ratio)
    {
        // Cut first, compared then, as imbalanced-learn does: a ratio that is printed with few digits is off by less than a row.
        long added = (long)((counts[majority] * ratio) - counts[minority]);
        return added >= 0
            ? counts[minority] + added
            : throw new ArgumentException(Text($"The minority class '{counts.Classes[minority]}' has {counts[minority]} rows, more than {ratio} of the {counts[majority]} of class '{counts.Classes[majority]}'. Choose a greater ratio."));
    }

    private static long Reduced(ClassCounts counts, int minority, int majority, double ratio)
    {
        long kept = (long)(counts[minority] / ratio);
        return kept <= counts[majority]
            ? kept
            : throw new ArgumentException(Text($"The majority class '{counts.Classes[majority]}' has {counts[majority]} rows, fewer than the {counts[minority]} of class '{counts.Classes[minority]}' divided by {ratio}. Choose a greater ratio."));
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static (int Minority, int Majority) Extremes(ClassCounts counts)
    {
        int minority = -1;
        int majority = -1;
        for (int index = 0; index < counts.Classes.Count; index++)
        {
            if (counts[index] > 0)
            {
                minority = minority < 0 || counts[index] < counts[minority] ? index : minority;
                majority = majority < 0 || counts[index] > counts[majority] ? index : majority;
            }
        }

        return (minority, majority);
    }

    private static void CheckTwoClasses(ClassCounts counts)
    {
        int classes = counts.Classes.Count - counts.EmptyClasses.Count;
        if (classes != 2)
        {
            throw new ArgumentException(Text($"A ratio is for two classes; {classes} have rows. Use SamplingStrategy.Counts."));
        }
    }

    private static ClassCounts Checked(ClassCounts counts, long[] resampled)
    {
        for (int index = 0; index < resampled.Length; index++)
        {
            if (counts[index] == 0 && resampled[index] > 0)
            {
                throw new EmptyClassException(counts, "its rows cannot be repeated", index);
            }
        }

        return new ClassCounts(counts.Classes, resampled);
    }

    private void Set(long[] resampled, long count, int minority, int majority)
    {
        for (int index = 0; index < resampled.Length; index++)
        {
            bool chosen = _name switch
            {
                "Minority" => index == minority,
                "Majority" => index == majority,
                "NotMinority" => index != minority,
                "NotMajority" => index != majority,
                _ => true,
            };
            resampled[index] = chosen && resampled[index] > 0 ? count : resampled[index];
        }
    }
}
