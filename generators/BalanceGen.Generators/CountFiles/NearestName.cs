using System.Text;

namespace BalanceGen.Generators.CountFiles;

/// <summary>The name that a misspelt label most likely stands for.</summary>
internal static class NearestName
{
    // The distance takes time in proportion to both lengths. No class name that a person types is longer than this.
    private const int LongestCompared = 128;

    /// <summary>
    /// The name with the fewest insertions, deletions, replacements and swaps of neighbours from the label, letters compared
    /// without case and white space, '-', '_' and '.' left out; the first such name in the given order. Null if even that
    /// one differs in more than a third of the label's characters.
    /// </summary>
    public static string? Find(string label, IEnumerable<string> names)
    {
        string folded = Fold(label);
        if (folded.Length is 0 or > LongestCompared)
        {
            return null;
        }

        string? nearest = null;
        int limit = Math.Max(1, folded.Length / 3);
        foreach (string name in names)
        {
            string candidate = Fold(name);
            int distance = candidate.Length is 0 or > LongestCompared ? limit + 1 : Distance(folded, candidate, limit);

            // One edit turns any name of one character into any other, so such names are not alike.
            bool hasLikeness = distance < Math.Max(folded.Length, candidate.Length);
            if (distance <= limit && hasLikeness)
            {
                nearest = name;
                if (distance == 0)
                {
                    break;
                }

                limit = distance - 1;
            }
        }

        return nearest;
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            if (!char.IsWhiteSpace(character) && character is not ('-' or '_' or '.'))
            {
                folded.Append(char.ToLowerInvariant(character));
            }
        }

        return folded.ToString();
    }

    /// <summary>The optimal string alignment distance. If it is above the limit, any number above the limit.</summary>
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        var beforePrevious = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (int column = 0; column <= right.Length; column++)
        {
            previous[column] = column;
        }

        for (int row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            int least = row;
            for (int column = 1; column <= right.Length; column++)
            {
                int replaced = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                int distance = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
                bool isSwap = row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
                current[column] = isSwap ? Math.Min(distance, beforePrevious[column - 2] + 1) : distance;
                least = Math.Min(least, current[column]);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[right.Length];
    }
}
