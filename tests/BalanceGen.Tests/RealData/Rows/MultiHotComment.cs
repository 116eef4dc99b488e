namespace BalanceGen.Tests.RealData.Rows;

[BalancedDataset]
internal readonly partial record struct MultiHotComment(
    [ClassLabel(
        "admiration", "amusement", "anger", "annoyance", "approval", "caring", "confusion", "curiosity", "desire",
        "disappointment", "disapproval", "disgust", "embarrassment", "excitement", "fear", "gratitude", "grief", "joy",
        "love", "nervousness", "optimism", "pride", "realization", "relief", "remorse", "sadness", "surprise",
        "neutral",
        Encoding = LabelEncoding.MultiHot)]
    bool[] Emotions);
