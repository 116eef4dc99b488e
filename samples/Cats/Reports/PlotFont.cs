using System.Text.RegularExpressions;
using ScottPlot;

namespace Cats.Reports;

/// <summary>A font for the plots. The Skia that needs no other libraries does not look for the fonts of a Linux system; it is given a file.</summary>
internal static partial class PlotFont
{
    private const string Name = "Plot Sans";
    private const string LinuxFonts = "/usr/share/fonts";

    private static readonly string[] Preferred = ["DejaVuSans.ttf", "LiberationSans-Regular.ttf", "NotoSans-Regular.ttf", "FreeSans.ttf"];

    /// <summary>Sets the font.</summary>
    /// <exception cref="CatsException">No known font is installed.</exception>
    public static void Use()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        string[] installed = Directory.Exists(LinuxFonts) ? Directory.GetFiles(LinuxFonts, "*.ttf", SearchOption.AllDirectories) : [];
        string file = Preferred.Select(name => Array.Find(installed, path => Path.GetFileName(path) == name)).FirstOrDefault(path => path is not null)
            ?? throw new CatsException($"Plots need one of the fonts {string.Join(", ", Preferred)} below {LinuxFonts}; install fonts-dejavu-core, or leave --plots out.");
        Fonts.AddFontFile(Name, file, bold: false, italic: false);
        Fonts.AddFontFile(Name, file, bold: true, italic: false);
        Fonts.Default = Name;
    }

    /// <summary>Names a second font for machines that do not have the first.</summary>
    public static void MakePortable(string svgFile) =>
        File.WriteAllText(svgFile, FontFamily().Replace(File.ReadAllText(svgFile), "font-family=\"$1, sans-serif\"").ReplaceLineEndings("\n"));

    [GeneratedRegex("font-family=\"([^\"]*)\"")]
    private static partial Regex FontFamily();
}
