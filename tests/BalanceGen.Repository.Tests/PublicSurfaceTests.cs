namespace BalanceGen.Repository.Tests;

/// <summary>What each library offers, as a file: a change of it shows as a diff, and is accepted by renaming the received file.</summary>
public sealed class PublicSurfaceTests
{
    private static string Folder => Path.Combine(BalanceGen.Tests.Repository.Root, "tests", "BalanceGen.Repository.Tests", "PublicSurface");

    public static TheoryData<string> Libraries() => [.. Package.All.Where(package => package.IsLibrary).Select(package => package.Name)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_surface_is_the_reviewed_one(string library)
    {
        string stem = Path.Combine(Folder, library);
        string received = PublicSurface.Of(Package.All.Single(package => package.Name == library).Assembly);
        string verified = File.Exists($"{stem}.verified.txt") ? File.ReadAllText($"{stem}.verified.txt").ReplaceLineEndings("\n") : "";
        if (received == verified)
        {
            File.Delete($"{stem}.received.txt");
            return;
        }

        File.WriteAllText($"{stem}.received.txt", received);
        HashSet<string> before = [.. verified.Split('\n')];
        HashSet<string> now = [.. received.Split('\n')];
        Assert.Fail(
            $"The public surface of {library} is another one. If that is meant, rename tests/BalanceGen.Repository.Tests/PublicSurface/{library}.received.txt to {library}.verified.txt. "
            + $"Gone: {Lines(before.Except(now))}\nNew: {Lines(now.Except(before))}");

        static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"\n{line}"));
    }

    [Fact]
    public void A_library_that_is_gone_leaves_no_file()
    {
        string[] files = [.. Directory.GetFiles(Folder, "*.verified.txt").Select(file => Path.GetFileName(file).Replace(".verified.txt", "", StringComparison.Ordinal))];

        Assert.Empty(files.Except(Package.All.Select(package => package.Name)));
    }
}
