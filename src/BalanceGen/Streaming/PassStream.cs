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
    public StreamEnumerator<T> GetEnumerator() => Pass(0);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => Pass(0);

    IEnumerator IEnumerable.GetEnumerator() => Pass(0);

    internal abstract StreamEnumerator<T> Pass(long pass);
}
