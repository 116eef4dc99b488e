using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BalanceGen.Tool.Tests.Reports;

/// <summary>The HTML report as a browser shows it: on a telephone, a tablet and a desk, light and dark, with few classes and many.</summary>
public sealed partial class HtmlReportTests
{
    private static readonly int[] Widths = [360, 768, 1280];

    // Runs in the page: tells the page around it what lies outside its box.
    private const string Measure = """
        <script>
        window.addEventListener("load", function () {
          var wrong = [], plots = 0;
          document.querySelectorAll(".plot").forEach(function (plot) {
            if (getComputedStyle(plot).display === "none") { return; }
            plots++;
            var svg = plot.querySelector("svg"), box = svg.getBoundingClientRect(), id = plot.parentElement.id;
            if (box.width < 200 || box.height < 20) { wrong.push(id + " is " + box.width + " by " + box.height); }
            if (box.left < -0.5 || box.right > innerWidth + 0.5) { wrong.push(id + " reaches beyond the page"); }
            svg.querySelectorAll("text, rect, circle, path, line").forEach(function (part) {
              var b = part.getBoundingClientRect();
              if (b.left < box.left - 1.5 || b.right > box.right + 1.5 || b.top < box.top - 1.5 || b.bottom > box.bottom + 1.5) {
                wrong.push(id + ": " + part.tagName + " " + (part.textContent || "").slice(0, 40) + " [" + [b.left - box.left, b.right - box.right, b.top - box.top, b.bottom - box.bottom].map(Math.round) + "]");
              }
            });
          });
          if (document.documentElement.scrollWidth > innerWidth + 1) { wrong.push("the page is " + document.documentElement.scrollWidth + " wide"); }
          var ink = getComputedStyle(document.body);
          parent.postMessage({ width: innerWidth, plots: plots, wrong: wrong.slice(0, 20), rows: document.querySelectorAll("#classes-table tbody tr").length, background: ink.backgroundColor, text: ink.color }, "*");
        });
        </script>
        """;

    [BrowserTheory]
    [InlineData(2, false)]
    [InlineData(37, true)]
    [InlineData(1000, false)]
    [InlineData(10_000, true)]
    public void Every_plot_is_inside_its_box_and_the_console_is_silent(int classes, bool isDark)
    {
        using var folder = new Folder();
        string report = folder.PathOf("report.html");
        ToolRun.Of("report", LongTail(folder, classes), "-l", "label", "--split-column", "fold", "-o", report).Succeeded();
        File.WriteAllText(report, File.ReadAllText(report).Replace("</body>", Measure + "</body>", StringComparison.Ordinal));
        string frames = string.Concat(Widths.Select(width => $"<iframe src=\"report.html\" width=\"{width}\" height=\"900\" style=\"border:0\"></iframe>"));
        string page = folder.Write("page.html", $"<!doctype html><meta charset=utf-8><link rel=icon href=data:,><pre id=said></pre><script>addEventListener('message', e => {{ document.getElementById('said').textContent += JSON.stringify(e.data) + '\\n'; }});</script>{frames}");

        (string document, string[] console) = Browser.Open(page, isDark);

        Assert.Empty(console);
        string[] said = [.. System.Net.WebUtility.HtmlDecode(SaidPattern().Match(document).Groups[1].Value).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        Assert.Equal(Widths.Length, said.Length);
        foreach (JsonElement measured in said.Select(line => JsonDocument.Parse(line).RootElement))
        {
            Assert.Equal("[]", measured.GetProperty("wrong").GetRawText());
            Assert.Equal(classes > 2 ? 11 : 10, measured.GetProperty("plots").GetInt32());
            Assert.Equal(classes, measured.GetProperty("rows").GetInt32());
            Assert.Equal(isDark ? "rgb(20, 23, 26)" : "rgb(255, 255, 255)", measured.GetProperty("background").GetString());
        }
    }

    [Fact]
    public void Report_is_one_file_that_names_no_other()
    {
        using var folder = new Folder();
        string report = folder.PathOf("report.html");
        ToolRun.Of("report", LongTail(folder, 37), "-l", "label", "-o", report).Succeeded();
        string html = File.ReadAllText(report);

        Assert.DoesNotMatch(@"(src|href)\s*=\s*""(?!#|data:)", html);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_classes_are_text_and_never_markup()
    {
        using var folder = new Folder();
        string path = folder.Write("rows.csv", "label\n\"<script>alert(1)</script>\"\n\"</svg><img src=x onerror=alert(1)>\"\n\"a&b\"\n\"a&b\"\n\u0001\n");
        string report = folder.PathOf("report.html");
        ToolRun.Of("report", path, "-l", "label", "-o", report, "-o", folder.PathOf("report.md")).Succeeded();
        string html = File.ReadAllText(report);

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\u0001", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", File.ReadAllText(folder.PathOf("report.md")).Replace("\\<", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>Class c has about 2,000/c rows, 1 at least; a third of the classes is missing from the test split.</summary>
    private static string LongTail(Folder folder, int classes)
    {
        var text = new StringBuilder("fold,label\n");
        for (int number = 1; number <= classes; number++)
        {
            for (int row = 0; row < Math.Max(1, 2000 / number); row++)
            {
                bool isTest = number % 3 != 0 && row % 4 == 3;
                text.Append(CultureInfo.InvariantCulture, $"{(isTest ? "test" : "train")},class with a rather long name {number}\n");
            }
        }

        return folder.Write("rows.csv", text.ToString());
    }

    [GeneratedRegex("<pre id=\"said\">(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex SaidPattern();
}
