namespace BalanceGen.Tests.RealData.Rows;

/// <summary>No diagnosis is the class of the healthy.</summary>
[BalancedDataset]
internal readonly partial record struct ThyroidPatient(
    [ClassLabel(NamesFrom = EnumClassNames.Description, MissingClass = "negative")] ThyroidDiagnosis? Diagnosis);
