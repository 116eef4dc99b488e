using System.ComponentModel;

namespace BalanceGen.Tests.RealData.Rows;

internal enum ThyroidDiagnosis
{
    [Description("negative")]
    Negative,

    [Description("compensated_hypothyroid")]
    Compensated,

    [Description("primary_hypothyroid")]
    Primary,

    [Description("secondary_hypothyroid")]
    Secondary,
}
