using System.Reflection;
using System.Xml.Linq;

namespace BalanceGen.Repository.Tests;

/// <summary>A project of src. The conventions hold for every one of them, also for those that are made tomorrow.</summary>
internal sealed class Package
{
    private readonly XDocument _project;

    private Package(string projectFile)
    {
        Name = Path.GetFileNameWithoutExtension(projectFile);
        Folder = Path.GetDirectoryName(projectFile)!;
        _project = XDocument.Load(projectFile);
    }

    /// <summary>Every project of src, in ordinal order.</summary>
    public static IReadOnlyList<Package> All { get; } =
    [
        .. Directory.GetDirectories(Path.Combine(BalanceGen.Tests.Repository.Root, "src"))
            .SelectMany(folder => Directory.GetFiles(folder, "*.csproj"))
            .Order(StringComparer.Ordinal)
            .Select(file => new Package(file)),
    ];

    /// <summary>The name of the project, of its folder and of its assembly.</summary>
    public string Name { get; }

    /// <summary>Its folder.</summary>
    public string Folder { get; }

    /// <summary>Whether others reference it; programs are run.</summary>
    public bool IsLibrary => Property("OutputType") != "Exe";

    /// <summary>The names of the projects that it references, without those that are only built before it.</summary>
    public IEnumerable<string> References =>
        from reference in _project.Descendants("ProjectReference")
        where (string?)reference.Attribute("ReferenceOutputAssembly") != "false"
        select Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'));

    /// <summary>The packages of others that it brings with it.</summary>
    public IEnumerable<string> Dependencies =>
        from reference in _project.Descendants("PackageReference")
        where (string?)reference.Attribute("PrivateAssets") != "all"
        select (string)reference.Attribute("Include")!;

    /// <summary>The assemblies that see what is internal to it.</summary>
    public IEnumerable<string> Friends => _project.Descendants("InternalsVisibleTo").Select(friend => (string)friend.Attribute("Include")!);

    /// <summary>Its assembly.</summary>
    public Assembly Assembly => Assembly.Load(Name);

    /// <summary>The value of a property of the project file, or null.</summary>
    public string? Property(string name) => _project.Descendants(name).FirstOrDefault()?.Value;

    /// <summary>Its source files, without build output.</summary>
    public IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(Folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
