namespace BalanceGen.Repository.Tests;

/// <summary>The picture in CONTRIBUTING is that of today's code. To renew it, rename the received file.</summary>
public sealed class RoomMapTests
{
    [Fact]
    public void The_picture_of_the_house_is_drawn_from_its_references()
    {
        string stem = Path.Combine(BalanceGen.Tests.Repository.Root, "docs", "images", "rooms");
        string received = RoomMap.Draw();
        string accepted = File.Exists($"{stem}.svg") ? File.ReadAllText($"{stem}.svg").ReplaceLineEndings("\n") : "";
        if (received == accepted)
        {
            File.Delete($"{stem}.received.svg");
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(stem)!);
        File.WriteAllText($"{stem}.received.svg", received);
        Assert.Fail("docs/images/rooms.svg shows other rooms or arrows than the code has; look at rooms.received.svg and rename it.");
    }
}
