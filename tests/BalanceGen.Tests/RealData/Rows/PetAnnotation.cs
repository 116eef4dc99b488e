namespace BalanceGen.Tests.RealData.Rows;

internal sealed record PetAnnotation(int ClassId);
