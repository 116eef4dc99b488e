namespace BalanceGen.Tests.RealData.Rows;

[BalancedDataset]
internal readonly partial record struct Pet([ClassLabel(Path = nameof(PetAnnotation.ClassId), Min = 1, Max = 37)] PetAnnotation Annotation);
