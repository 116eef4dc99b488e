namespace BalanceGen.Tool.Commands;

/// <summary>Which sampler, and its options.</summary>
internal sealed class SamplerArguments
{
    public static readonly string[] Names =
        ["balanced", "weighted", "weighted-without-replacement", "stratified", "class-aware", "minimum-quota", "repeat-factor", "oversample", "undersample", "shuffle", "sequential"];

    private readonly Option<string> _sampler;
    private readonly Option<long> _seed = SamplingOptions.Seed();
    private readonly Option<string> _target = SamplingOptions.Target();
    private readonly Option<string> _zeroCounts = SamplingOptions.ZeroCounts();
    private readonly Option<int> _batch = new("--batch") { Description = "The rows of a batch, for samplers that compose batches.", HelpName = "rows", DefaultValueFactory = _ => 32 };
    private readonly Option<int> _minimum = new("--minimum") { Description = "minimum-quota: the rows of every class in every batch.", HelpName = "rows", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _rowsPerClass = new("--rows-per-class") { Description = "class-aware: the rows of each class in a batch.", HelpName = "rows", DefaultValueFactory = _ => 4 };
    private readonly Option<double> _threshold = new("--threshold") { Description = "repeat-factor: classes below this share are repeated.", HelpName = "share", DefaultValueFactory = _ => 0.001 };
    private readonly Option<string> _strategy = new("--strategy") { Description = "oversample, undersample: auto, minority, majority, not-minority, not-majority, all, or ratio:R.", HelpName = "strategy", DefaultValueFactory = _ => "auto" };
    private readonly Option<long?> _epoch = new("--epoch-length") { Description = "The draws of an epoch. Default: the number of rows.", HelpName = "draws" };

    public SamplerArguments(ExampleCommand command)
    {
        _sampler = new Option<string>("--sampler") { Description = $"One of {string.Join(", ", Names)}.", HelpName = "sampler", DefaultValueFactory = _ => "balanced" };
        _sampler.AcceptOnlyFromAmong(Names);
        command.AddAll(_sampler, _seed, _target, _zeroCounts, _batch, _minimum, _rowsPerClass, _threshold, _strategy, _epoch);
    }

    public NamedSampler Create(ParseResult parsed, LabelledData data)
    {
        RowIndex index = data.Index;
        long seed = parsed.GetValue(_seed);
        string targetText = parsed.GetValue(_target)!;
        TargetDistribution target = SamplingOptions.TargetOf(targetText);
        ZeroCountPolicy policy = SamplingOptions.PolicyOf(parsed.GetValue(_zeroCounts)!);
        int batch = parsed.GetValue(_batch);
        long? epoch = parsed.GetValue(_epoch);
        string code = string.Create(CultureInfo.InvariantCulture, $"seed: {seed}");
        string targetCode = targetText == "uniform" ? "" : $", target: {SamplingOptions.TargetCode(targetText)}";
        string policyCode = policy == ZeroCountPolicy.Throw ? "" : policy == ZeroCountPolicy.ZeroWeight ? ", zeroCounts: ZeroCountPolicy.ZeroWeight" : string.Create(CultureInfo.InvariantCulture, $", zeroCounts: ZeroCountPolicy.Smooth({policy.Alpha})");
        string dataset = data.Code;
        string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
        switch (parsed.GetValue(_sampler))
        {
            case "balanced":
                var balanced = new BalancedSampler(index, seed, target, policy, epoch);
                return new($"{dataset}.BalancedSampler({code}{targetCode}{policyCode})", balanced, balanced.Plan);
            case "weighted":
                var weighted = new WeightedRandomSampler(index, seed, epoch, replacement: true, target, policy);
                return new($"{dataset}.WeightedRandomSampler({code}{targetCode}{policyCode})", weighted, weighted.Plan);
            case "weighted-without-replacement":
                var successive = new WeightedRandomSampler(index, seed, epoch, replacement: false, target, policy);
                return new($"{dataset}.WeightedRandomSampler({code}, replacement: false{targetCode}{policyCode})", successive, successive.Plan);
            case "stratified":
                var stratified = new StratifiedRandomSampler(index, seed, batch, target, policy, epoch);
                return new($"{dataset}.StratifiedRandomSampler({code}, batchSize: {Number(batch)}{targetCode}{policyCode})", stratified, stratified.Plan);
            case "class-aware":
                int rowsPerClass = parsed.GetValue(_rowsPerClass);
                var aware = new ClassAwareSampler(index, seed, batch / Math.Max(1, rowsPerClass), rowsPerClass, policy, epoch);
                return new($"{dataset}.ClassAwareSampler({code}, classesPerBatch: {Number(aware.ClassesPerBatch)}, rowsPerClass: {Number(rowsPerClass)}{policyCode})", aware, aware.Plan);
            case "minimum-quota":
                int[] minima = [.. index.Counts.Values.ToArray().Select(count => count > 0 ? parsed.GetValue(_minimum) : 0)];
                var quota = new MinimumQuotaSampler(index, seed, batch, minima, target, policy, epoch);
                return new($"{dataset}.MinimumQuotaSampler({code}, batchSize: {Number(batch)}, minima{targetCode}{policyCode})", quota, quota.Plan);
            case "repeat-factor":
                double threshold = parsed.GetValue(_threshold);
                RepeatFactorSampler repeat = data.MultiLabel is { } multi ? new(multi, seed, threshold, policy) : new(index, seed, threshold, policy);
                return new(string.Create(CultureInfo.InvariantCulture, $"data.RepeatFactorSampler({code}, threshold: {threshold}{policyCode})"), repeat, repeat.Plan);
            case "oversample":
                var over = new RandomOverSampler(index, seed, StrategyOf(parsed.GetValue(_strategy)!));
                return new($"{dataset}.RandomOverSampler({code})", over, over.Plan);
            case "undersample":
                var under = new RandomUnderSampler(index, seed, StrategyOf(parsed.GetValue(_strategy)!));
                return new($"{dataset}.RandomUnderSampler({code})", under, under.Plan);
            case "shuffle":
                var shuffle = new RandomSampler(index, seed, epochLength: epoch);
                return new($"{dataset}.RandomSampler({code})", shuffle, shuffle.Plan);
            default:
                var sequential = new SequentialSampler(index);
                return new($"{dataset}.SequentialSampler()", sequential, sequential.Plan);
        }
    }

    private static SamplingStrategy StrategyOf(string text) => text switch
    {
        "auto" => SamplingStrategy.Auto,
        "minority" => SamplingStrategy.Minority,
        "majority" => SamplingStrategy.Majority,
        "not-minority" => SamplingStrategy.NotMinority,
        "not-majority" => SamplingStrategy.NotMajority,
        "all" => SamplingStrategy.All,
        _ when text.StartsWith("ratio:", StringComparison.Ordinal) && double.TryParse(text[6..], NumberStyles.Float, CultureInfo.InvariantCulture, out double ratio) => SamplingStrategy.Ratio(ratio),
        _ => throw new ArgumentException($"'{text}' is no strategy: use auto, minority, majority, not-minority, not-majority, all or ratio:R."),
    };
}
