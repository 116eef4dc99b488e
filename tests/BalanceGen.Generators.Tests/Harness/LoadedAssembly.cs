using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace BalanceGen.Generators.Tests.Harness;

/// <summary>A compilation, generated code included, that is loaded and run; unloaded when disposed.</summary>
internal sealed class LoadedAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context = new("UnderTest", isCollectible: true);
    private readonly Assembly _assembly;

    public LoadedAssembly(params string[] sources)
        : this(Cases.Files, sources)
    {
    }

    public LoadedAssembly(ProjectFiles files, params string[] sources)
    {
        CSharpCompilation compilation = GeneratorRun.Of(files, sources).Output;
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        image.Position = 0;
        _assembly = _context.LoadFromStream(image);
    }

    /// <summary>Calls a static method without parameters, <c>Probe.Run</c> unless told otherwise.</summary>
    public object? Call(string type = "Probe", string method = "Run") => Type(type).GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);

    /// <summary>A type by its metadata name.</summary>
    public Type Type(string name) => _assembly.GetType(name, throwOnError: true)!;

    public void Dispose() => _context.Unload();

    /// <summary>Compiles, loads, and calls <c>Probe.Run</c>.</summary>
    public static object? Run(params string[] sources)
    {
        using var loaded = new LoadedAssembly(sources);
        return loaded.Call();
    }
}
