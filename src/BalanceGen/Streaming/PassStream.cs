using System.Collections;

namespace BalanceGen.Streaming;

/// <summary>
/// A stream whose passes differ where randomness is involved: <see cref="StreamRepetition"/> asks for pass after pass, so that no two are
/// shuffled or thinned alike. Each pass is a pure function of the seed, the pass and the source.
/// </summary>
/// <typeparam name="T">The type of a row.</typeparam>
public abstract class PassStream<T> : IEnumerable<T>
{
    private protected PassStream()
    {
    }

    /// <summary>Enumerates the first pass.</summary>
    public IEnumerator<T> GetEnumerator() => Pass(0);

    IEnumerator IEnumerable.GetEnumerator() => Pass(0);

    /// <summary>A pass of any sequence; sequences that know no passes are enumerated anew.</summary>
    internal static IEnumerator<T> PassOf(IEnumerable<T> source, long pass) => source is PassStream<T> stream ? stream.Pass(pass) : source.GetEnumerator();

    internal abstract IEnumerator<T> Pass(long pass);
}
