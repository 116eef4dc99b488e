using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace BalanceGen.Tool.Tests.Reports;

/// <summary>The HTML report by keyboard, and on paper.</summary>
public sealed class HtmlReportUseTests
{
    private const int Classes = 37;

    /// <summary>Where the focus is: its name, whether it can be seen and whether it lies in the window.</summary>
    private const string Focused = """
        (function () {
          var at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
          return { at: at === document.body ? "body" : at.tagName + " " + (at.id || at.textContent.trim().slice(0, 40)), ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
            inside: box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight, place: window.order.indexOf(at) };
        })()
        """;

    [BrowserFact]
    public async Task Everything_can_be_reached_and_used_by_keyboard()
    {
        using var folder = new Folder();
        await using BrowserSession page = await BrowserSession.OpenAsync(Report(folder));

        // A table that is longer than its box is focusable, so that it can be scrolled.
        await page.EvaluateAsync("window.order = Array.from(document.querySelectorAll('a[href], button, input, summary, [tabindex=\"0\"]')).filter(part => part.closest('details') === null || part.tagName === 'SUMMARY'); 0");
        int parts = (await page.EvaluateAsync("window.order.length"))!.GetValue<int>();
        Assert.InRange(parts, 15, 200);
        for (int part = 0; part < parts; part++)
        {
            await page.PressAsync("Tab");
            JsonNode focused = (await page.EvaluateAsync(Focused))!;
            Assert.True(focused["place"]!.GetValue<int>() == part && focused["ring"]!.GetValue<bool>() && focused["inside"]!.GetValue<bool>(), $"part {part}: {focused.ToJsonString()}");
        }

        await page.EvaluateAsync("document.querySelector('.skip').focus()");
        await page.PressAsync("Enter");
        Assert.Equal("#classes", (await page.EvaluateAsync("location.hash"))!.GetValue<string>());

        await page.EvaluateAsync("document.getElementById('class-search').focus()");
        await page.SendAsync("Input.insertText", new JsonObject { ["text"] = "CLASS 3" });
        Assert.Equal($"9 of {Classes}", (await page.EvaluateAsync("document.getElementById('class-found').textContent"))!.GetValue<string>());
        Assert.Equal(9, (await page.EvaluateAsync("Array.from(document.querySelectorAll('#classes-table tbody tr')).filter(row => row.offsetParent !== null).length"))!.GetValue<int>());

        const string Sorted = "document.querySelector('#classes-table thead th').getAttribute('aria-sort') + ' ' + document.querySelector('#classes-table tbody tr td').textContent";
        await page.EvaluateAsync("document.getElementById('class-search').value = ''; document.getElementById('class-search').dispatchEvent(new Event('input')); document.querySelector('#classes-table th button').focus()");
        await page.PressAsync("Enter");
        Assert.Equal("ascending class 1", (await page.EvaluateAsync(Sorted))!.GetValue<string>());
        await page.PressAsync(" ");
        Assert.Equal("descending class 9", (await page.EvaluateAsync(Sorted))!.GetValue<string>());

        await page.EvaluateAsync("document.querySelector('summary').focus()");
        await page.PressAsync("Enter");
        Assert.True((await page.EvaluateAsync("document.querySelector('details').open"))!.GetValue<bool>());
    }

    [BrowserFact]
    public async Task On_paper_it_is_light_and_nothing_is_cut_off()
    {
        using var folder = new Folder();
        await using BrowserSession page = await BrowserSession.OpenAsync(Report(folder));
        await page.SendAsync("Emulation.setEmulatedMedia", new JsonObject
        {
            ["media"] = "print",
            ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = "dark" }),
        });

        // A4 at 96 dots an inch, without the margins.
        await page.SendAsync("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = 718, ["height"] = 1047, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        JsonNode found = (await page.EvaluateAsync("""
            (function () {
              var wrong = [];
              document.querySelectorAll("nav, .search, .skip").forEach(part => { if (getComputedStyle(part).display !== "none") { wrong.push("shown: " + part.tagName); } });
              document.querySelectorAll("main *").forEach(part => {
                var style = getComputedStyle(part);
                if (style.overflowY !== "visible" && part.scrollHeight > part.clientHeight + 1 && part.clientHeight > 0) { wrong.push("cut off: " + part.tagName + "." + part.className + " " + part.scrollHeight + " of " + part.clientHeight); }
                if (part.getClientRects().length > 0 && part.getBoundingClientRect().right > innerWidth + 1) { wrong.push("beyond the page: " + part.tagName + " " + part.textContent.slice(0, 30)); }
              });
              return { wrong: wrong.slice(0, 20), background: getComputedStyle(document.body).backgroundColor, plots: Array.from(document.querySelectorAll(".plot svg")).filter(plot => plot.getBoundingClientRect().width > 200).length };
            })()
            """))!;
        Assert.Equal("[]", found["wrong"]!.ToJsonString());
        Assert.Equal("rgb(255, 255, 255)", found["background"]!.GetValue<string>());
        Assert.InRange(found["plots"]!.GetValue<int>(), 10, 20);

        await page.SendAsync("Emulation.clearDeviceMetricsOverride");
        JsonNode paper = await page.SendAsync("Page.printToPDF", new JsonObject { ["paperWidth"] = 8.27, ["paperHeight"] = 11.69 });
        string pdf = Encoding.Latin1.GetString(Convert.FromBase64String(paper["data"]!.GetValue<string>()));
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.InRange(pdf.Split("/Type /Page\n").Length - 1, 4, 40);
    }

    private static string Report(Folder folder)
    {
        var text = new StringBuilder("label\n");
        for (int number = 1; number <= Classes; number++)
        {
            for (int row = 0; row < Math.Max(1, 500 / number); row++)
            {
                text.Append(CultureInfo.InvariantCulture, $"class {number}\n");
            }
        }

        string report = folder.PathOf("report.html");
        ToolRun.Of("report", folder.Write("rows.csv", text.ToString()), "-l", "label", "-o", report).Succeeded();
        return report;
    }
}
