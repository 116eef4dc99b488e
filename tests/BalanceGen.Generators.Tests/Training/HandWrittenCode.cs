//- counts by label, then a ratio
static double Ratio(IReadOnlyList<Cat> cats)
{
    var counts = cats.{|BALG0220:GroupBy|}(c => c.Breed).ToDictionary(g => g.Key, g => g.Count());
    return (double)counts[Breed.Siamese] / counts[Breed.Birman];
}
//- counts by CountBy, printed
static void Print(Cat[] cats)
{
    var counts = cats.{|BALG0220:CountBy|}(c => c.Breed).ToDictionary();
    Console.WriteLine($"{counts[Breed.Siamese]} to {counts[Breed.Birman]}");
}
//- counts that are passed on
static Dictionary<Breed, int> Counts(Cat[] cats) => cats.GroupBy(c => c.Breed).ToDictionary(g => g.Key, g => g.Count());
//- counts by another member
static double Files(Cat[] cats) { var n = cats.GroupBy(c => c.File).ToDictionary(g => g.Key, g => g.Count()); return n["a"]; }
//- index by switch
static int Target(Cat cat) => cat.Breed {|BALG0220:switch|} { Breed.Siamese => 0, Breed.Birman => 1, _ => throw new ArgumentException("breed") };
//- weight by switch
static double Weight(Cat cat) => cat.Breed switch { Breed.Siamese => 0.1, Breed.Birman => 1.0, _ => throw new ArgumentException("breed") };
//- target with the classes the other way round
static int Target(Cat cat) => cat.Breed switch { Breed.Siamese => 1, Breed.Birman => 0, _ => throw new ArgumentException("breed") };
//- rows by class
static List<int>[] Rows(Cat[] cats)
{
    var rows = new[] { new List<int>(), new List<int>() };
    for (int i = 0; i < cats.Length; i++) { rows[(int)cats[i].Breed].{|BALG0220:Add|}(i); }
    return rows;
}
//- undersampling by a shuffle
static List<Cat> Undersample(Cat[] cats, Random random)
{
    var rare = cats.Where(c => c.Breed == Breed.Birman).ToList();
    rare.AddRange(cats.Where(c => c.Breed == Breed.Siamese).{|BALG0220:OrderBy|}(_ => random.NextDouble()).Take(rare.Count));
    return rare;
}
//- first rows by name
static List<Cat> First(Cat[] cats) => cats.Where(c => c.Breed == Breed.Birman).OrderBy(c => c.File).Take(5).ToList();
