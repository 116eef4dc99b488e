namespace BalanceGen.Tests.RealData.Rows;

[BalancedDataset]
internal readonly partial record struct OneHotTumor(
    [ClassLabel(
        "bladder", "breast", "cervix uteri", "colon", "corpus uteri", "duoden and sm.int", "esophagus", "gallbladder",
        "head and neck", "kidney", "liver", "lung", "ovary", "pancreas", "prostate", "rectum", "salivary glands",
        "stomach", "testis", "thyroid", "vagina", "anus")]
    float[] Site);
