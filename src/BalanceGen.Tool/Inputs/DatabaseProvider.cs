using System.Data.Common;
using System.Reflection;
using System.Runtime.Loader;

namespace BalanceGen.Tool.Inputs;

/// <summary>An ADO.NET provider that is loaded from its assembly, with what lies beside it.</summary>
internal sealed class DatabaseProvider(string path) : AssemblyLoadContext
{
    private readonly AssemblyDependencyResolver _resolver = new(path);
    private readonly string _folder = Path.GetDirectoryName(path)!;

    /// <summary>The factory of the provider in an assembly.</summary>
    /// <exception cref="InputException">The file is not there, is no assembly, or has no provider.</exception>
    public static DbProviderFactory Load(string file)
    {
        string path = Path.GetFullPath(file);
        if (!File.Exists(path))
        {
            throw new InputException("the assembly of the provider is not there", file, advice: "look at --provider");
        }

        try
        {
            Assembly assembly = new DatabaseProvider(path).LoadFromAssemblyPath(path);

            // Every provider has its factory as a static field or property of this name: that is how they are found.
            object? instance = assembly.GetExportedTypes()
                .Where(type => type.IsSubclassOf(typeof(DbProviderFactory)))
                .Select(type => type.GetField("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) ?? type.GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
                .FirstOrDefault(factory => factory is not null);
            return instance as DbProviderFactory ?? throw new InputException("the assembly has no DbProviderFactory with a static Instance", file, advice: "name the assembly of an ADO.NET provider");
        }
        catch (Exception error) when (error is BadImageFormatException or FileLoadException or FileNotFoundException or TypeLoadException or TargetInvocationException)
        {
            throw new InputException($"the provider cannot be loaded: {error.Message}", file, advice: "keep the assemblies that it needs beside it", inner: error);
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string? path = _resolver.ResolveAssemblyToPath(assemblyName) ?? Beside($"{assemblyName.Name}.dll");
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        string? path = _resolver.ResolveUnmanagedDllToPath(unmanagedDllName)
            ?? Beside(unmanagedDllName) ?? Beside($"lib{unmanagedDllName}.so") ?? Beside($"{unmanagedDllName}.dll") ?? Beside($"lib{unmanagedDllName}.dylib");
        return path is null ? 0 : LoadUnmanagedDllFromPath(path);
    }

    private string? Beside(string name)
    {
        string path = Path.Combine(_folder, name);
        return File.Exists(path) ? path : null;
    }
}
