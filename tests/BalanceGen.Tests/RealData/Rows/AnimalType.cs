namespace BalanceGen.Tests.RealData.Rows;

internal enum AnimalType
{
    Mammal,
    Bird,
    Reptile,
    Fish,
    Amphibian,
    Insect,
    Invertebrate,
}
