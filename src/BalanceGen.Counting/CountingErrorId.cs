namespace BalanceGen.Counting;

/// <summary>The ids of what stops a build while labelled files are counted: BALG03xx, one documentation page each.</summary>
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
