namespace BalanceGen.Generators.Model;

/// <summary>
/// The order of classes in which a balanced sampler with equal shares draws them: a period in which every class occurs equally often, and variants of it.
/// It is the library's (<c>ClassSchedule</c>) to the last draw, for the case that all quotas are equal; a test compares them for every number of classes.
/// </summary>
/// <remarks>
/// With equal quotas the chairman assignment deals the classes out in turn, and occurrence i of any class may stand anywhere in the i-th round of turns.
/// So each variant is the one before with some neighbours within a round exchanged. The random words are those of Philox4x32-10 under the key 0.
/// </remarks>
internal static class UniformOrder
{
    /// <summary>A class is one printable ASCII character from '0' to '~': one string is compiled in a fraction of the time of a list of as many numbers, or of a sum of strings.</summary>
    public const int MostClasses = '~' - '0' + 1;

    private const int Variants = 16;
    private const int ShortestPeriod = 256;
    private const ulong ScheduleVariant = 1UL << 32;

    private static readonly byte[]?[] Known = new byte[]?[MostClasses + 1];
    private static readonly string?[] KnownTexts = new string?[MostClasses + 1];

    /// <summary>The number of draws in a period.</summary>
    public static int PeriodOf(int classes) => (ShortestPeriod + classes - 1) / classes * classes;

    /// <summary>The number of variants of the period.</summary>
    public static int VariantsOf(int classes) => classes == 1 ? 1 : Variants;

    /// <summary>The class of every draw of all variants, one after the other.</summary>
    /// <param name="classes">The number of classes, of [1, <see cref="MostClasses"/>]. Nothing else matters, so a result is kept: many records have equally many classes.</param>
    public static byte[] Of(int classes) => Known[classes] ??= Compute(classes);

    /// <summary>The order as a string, '0' for the first class. Kept like the order itself.</summary>
    public static string TextOf(int classes) => KnownTexts[classes] ??= TextOf(classes, place => place);

    /// <summary>The order as a string, '0' for the class index 0.</summary>
    /// <param name="classes">The number of classes that are drawn.</param>
    /// <param name="classIndex">The class index of each of them.</param>
    public static string TextOf(int classes, System.Func<byte, byte> classIndex) =>
        new(System.Array.ConvertAll(Of(classes), place => (char)('0' + classIndex(place))));

    private static byte[] Compute(int classes)
    {
        int period = PeriodOf(classes);
        var order = new byte[period * VariantsOf(classes)];
        var variant = new byte[period];
        for (int slot = 0; slot < period; slot++)
        {
            variant[slot] = (byte)(slot % classes);
        }

        variant.CopyTo(order, 0);
        var words = new Words();
        for (int first = period; first < order.Length; first += period)
        {
            Shuffle(variant, classes, words);
            variant.CopyTo(order, first);
        }

        return order;
    }

    private static void Shuffle(byte[] variant, int classes, Words words)
    {
        int wanted = classes < 2 ? 4 : 2 * classes;
        uint reach = (uint)(wanted < variant.Length ? wanted : variant.Length - 1);
        for (int attempt = 0; attempt < 4 * variant.Length; attempt++)
        {
            int one = words.Below((uint)variant.Length);
            int other = one + 1 + words.Below(reach);
            if (one / classes == other / classes && other < variant.Length)
            {
                (variant[one], variant[other]) = (variant[other], variant[one]);
            }
        }
    }

    /// <summary>The words of the stream from which the library makes the variants.</summary>
    private sealed class Words
    {
        private ulong _block;
        private ulong _second;
        private bool _hasSecond;

        /// <summary>An unbiased number below a bound: the high half of word times bound, unless the low half is of the surplus (Lemire 2019).</summary>
        public int Below(uint bound)
        {
            while (true)
            {
                ulong word = Next();
                ulong low = (word & uint.MaxValue) * bound;
                ulong high = ((word >> 32) * bound) + (low >> 32);
                ulong fraction = unchecked(word * bound);
                if (fraction >= bound || fraction >= unchecked(0UL - bound) % bound)
                {
                    return (int)(high >> 32);
                }
            }
        }

        private ulong Next()
        {
            if (_hasSecond)
            {
                _hasSecond = false;
                return _second;
            }

            _hasSecond = true;
            (ulong first, _second) = Philox(_block++);
            return first;
        }

        private static (ulong First, ulong Second) Philox(ulong block)
        {
            (uint word0, uint word1) = ((uint)block, (uint)(block >> 32));
            (uint word2, uint word3) = (unchecked((uint)ScheduleVariant), (uint)(ScheduleVariant >> 32));
            (uint key0, uint key1) = (0, 0);
            for (int round = 0; round < 10; round++)
            {
                ulong product0 = 0xD2511F53UL * word0;
                ulong product1 = 0xCD9E8D57UL * word2;
                word0 = (uint)(product1 >> 32) ^ word1 ^ key0;
                word2 = (uint)(product0 >> 32) ^ word3 ^ key1;
                word1 = unchecked((uint)product1);
                word3 = unchecked((uint)product0);
                key0 = unchecked(key0 + 0x9E3779B9);
                key1 = unchecked(key1 + 0xBB67AE85);
            }

            return (word0 | ((ulong)word1 << 32), word2 | ((ulong)word3 << 32));
        }
    }
}
