namespace BalanceGen.Tests.Architecture;

/// <summary>What the library offers, as a file: a change of it shows as a diff, and is accepted by renaming the received file.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_reviewed_one()
    {
        string stem = Path.Combine(Repository.Root, "tests", "BalanceGen.Tests", "Architecture", "PublicApi");
        string received = PublicApi.Of(typeof(Sampler).Assembly);
        string verified = File.Exists($"{stem}.verified.txt") ? File.ReadAllText($"{stem}.verified.txt").ReplaceLineEndings("\n") : "";
        if (received == verified)
        {
            File.Delete($"{stem}.received.txt");
            return;
        }

        File.WriteAllText($"{stem}.received.txt", received);
        HashSet<string> before = [.. verified.Split('\n')];
        HashSet<string> now = [.. received.Split('\n')];
        Assert.Fail($"PublicApi.verified.txt is another one. Gone: {Lines(before.Except(now))}\nNew: {Lines(now.Except(before))}");

        static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"\n{line}"));
    }
}
