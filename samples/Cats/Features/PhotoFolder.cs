namespace Cats.Features;

/// <summary>The photos of two breeds in a folder of the Oxford-IIIT Pet data set, whose file names are their labels: Abyssinian_1.jpg.</summary>
internal sealed class PhotoFolder
{
    private PhotoFolder(string[] files, Animal[] animals)
    {
        Files = files;
        Animals = animals;
    }

    /// <summary>The files, in ordinal order of their names, the frequent breed first.</summary>
    public string[] Files { get; }

    /// <summary>The labels.</summary>
    public Animal[] Animals { get; }

    /// <summary>Finds the photos of both breeds.</summary>
    /// <exception cref="CatsException">The folder or a breed is not there.</exception>
    public static PhotoFolder Open(string folder, string frequent, string rare)
    {
        if (!Directory.Exists(folder))
        {
            throw new CatsException($"There is no folder '{folder}'.");
        }

        var files = new List<string>();
        var animals = new List<Animal>();
        foreach ((string breed, Rarity rarity) in new[] { (frequent, Rarity.Frequent), (rare, Rarity.Rare) })
        {
            string[] found = [.. Directory.GetFiles(folder, breed + "_*.jpg").Order(StringComparer.Ordinal)];
            if (found.Length == 0)
            {
                throw new CatsException($"The folder '{folder}' has no photo '{breed}_*.jpg'.");
            }

            foreach (string file in found)
            {
                animals.Add(new Animal(files.Count, rarity));
                files.Add(file);
            }
        }

        return new PhotoFolder([.. files], [.. animals]);
    }
}
