namespace BalanceGen.Counting;

/// <summary>The ids of the errors that stop a build while labelled files are counted. Each BALG03xx has a page.</summary>
internal static class CountingErrorId
{
    public const string UnreadableFile = "BALG0301";
    public const string MalformedRow = "BALG0302";
    public const string NotUtf8 = "BALG0303";
    public const string InvalidLabeledData = "BALG0304";
    public const string EmptyLabel = "BALG0305";
    public const string NoRows = "BALG0306";
    public const string NoClassLabel = "BALG0307";
    public const string UnwritableCounts = "BALG0308";
}
