namespace BalanceGen.Classes;

/// <summary>Every exception type of BalanceGen: <c>catch (Exception error) when (error is IBalanceGenException)</c> catches them all.</summary>
/// <remarks>
/// <para>
/// An error in an argument (rows, labels, counts, weights, a target, a state) is a <see cref="BalanceGenArgumentException"/>,
/// and so an <see cref="ArgumentException"/>. A failure during the work (a row that cannot be decoded, a launcher's environment, a file) is a
/// <see cref="BalanceGenException"/>. A number outside its range and a null are the framework's own <see cref="ArgumentOutOfRangeException"/> and
/// <see cref="ArgumentNullException"/>.
/// </para>
/// </remarks>
public interface IBalanceGenException
{
    /// <summary>What is wrong, with the names and numbers in it, and what to do.</summary>
    string Message { get; }
}
