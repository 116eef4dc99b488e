#if !NET10_0_OR_GREATER
using System.Runtime.Intrinsics;

namespace BalanceGen;

/// <summary>What the library uses of .NET 10 and .NET 9 does not have. A use of anything else that is new is an error of the build for .NET 9.</summary>
internal static class EarlierFrameworks
{
    extension(Vector128)
    {
        /// <summary>Numbers as half as wide ones; those that do not fit become the nearest that do.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<short> NarrowWithSaturation(Vector128<int> lower, Vector128<int> upper) => Vector128.Narrow(
            Vector128.Clamp(lower, Vector128.Create((int)short.MinValue), Vector128.Create((int)short.MaxValue)),
            Vector128.Clamp(upper, Vector128.Create((int)short.MinValue), Vector128.Create((int)short.MaxValue)));

        /// <inheritdoc cref="NarrowWithSaturation(Vector128{int}, Vector128{int})"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<sbyte> NarrowWithSaturation(Vector128<short> lower, Vector128<short> upper) => Vector128.Narrow(
            Vector128.Clamp(lower, Vector128.Create((short)sbyte.MinValue), Vector128.Create((short)sbyte.MaxValue)),
            Vector128.Clamp(upper, Vector128.Create((short)sbyte.MinValue), Vector128.Create((short)sbyte.MaxValue)));
    }

    /// <summary>The items, none of which is waited for.</summary>
    public static async IAsyncEnumerable<T> ToAsyncEnumerable<T>(this IEnumerable<T> source)
    {
        foreach (T item in source)
        {
            yield return item;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}
#endif
