using System.Text.Json.Serialization;

namespace BalanceGen.Tool.Analysis;

/// <summary>Everything that a report says, whatever it is written as.</summary>
internal sealed record ImbalanceReport(
    string Verdict,
    Summary Summary,
    IReadOnlyList<ClassFigures> Classes,
    IReadOnlyList<Finding> Findings,
    ContentCheck? Content,
    SplitComparison? Splits,
    RowOrder? Order,
    TrainingOutlook? Training,
    [property: JsonIgnore] IReadOnlyList<WeightScheme> Weights,
    MultiLabelFigures? MultiLabel,
    MetricAdvice Metrics,
    PredictionFigures? Predictions,
    IReadOnlyList<Advice> Advice,
    Provenance Provenance,
    IReadOnlyList<FrequencyGroup> FrequencyGroups,
    [property: JsonIgnore] ClassCounts Counts)
{
    /// <summary>The batch sizes of <see cref="ClassFigures.AbsentFromBatch"/>.</summary>
    public IReadOnlyList<int> AbsenceBatchSizes => ClassFigures.BatchSizes;
}
