namespace BalanceGen.ML;

/// <summary>A view whose positions can be reached in any order, so that a subset of it is one as well.</summary>
internal interface ISelectableView : IDataView
{
    /// <summary>The view of the given positions.</summary>
    /// <param name="positions">The positions, in order; not copied.</param>
    /// <param name="hasCopies">Whether a position may be there more than once; then the rows are marked with the number of their source row.</param>
    IDataView Select(int[] positions, bool hasCopies);
}
