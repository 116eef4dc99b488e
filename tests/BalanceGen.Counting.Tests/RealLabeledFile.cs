using BalanceGen.Tests;
using BalanceGen.Tests.RealData;

namespace BalanceGen.Counting.Tests;

/// <summary>The files of the real data sets as a project would list them: what INDEX.md says about each file's format.</summary>
internal static class RealLabeledFile
{
    public static LabeledFile Of(RealDataset set)
    {
        bool hasHeader = !set.LabelColumn.Contains("(no header)", StringComparison.Ordinal);
        string path = Path.Combine(Repository.SharedData!, set.Directory, set.File);
        return set.Directory switch
        {
            "imagenet-lt" or "inaturalist18" or "oxford-pets-sample" => new(path, "1", FieldDelimiter.Parse("space"), HasHeader: false),
            "yeast" => new(path, "class", FieldDelimiter.Parse("whitespace")),
            "sms-spam" => new(path, "Label", FieldDelimiter.Parse("tab"), Quoting: false),
            "winequality" when set.File.Contains("red", StringComparison.Ordinal) => new(path, "quality", FieldDelimiter.Parse("semicolon")),
            _ when !hasHeader => new(path, set.LabelColumn.Split(' ')[2], FieldDelimiter.Comma, HasHeader: false),
            _ => new(path, set.LabelColumn, FieldDelimiter.Comma),
        };
    }
}
