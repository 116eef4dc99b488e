using System.Reflection;
using System.Runtime.CompilerServices;

namespace BalanceGen.Repository.Tests;

/// <summary>The names of everything public in the packages: types, their members, and the parameters of their methods.</summary>
internal sealed class PublicNames
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    /// <summary>By the name of a type, without its type parameters, the names of its members: its own, inherited ones, and extensions for it.</summary>
    private readonly Dictionary<string, HashSet<string>> _membersOf = [];

    /// <summary>By the name of a method, of a type with constructors or of a record, the names of parameters.</summary>
    private readonly Dictionary<string, HashSet<string>> _parametersOf = [];

    public static PublicNames OfPackages()
    {
        var names = new PublicNames();
        foreach (Type type in Package.All.Where(package => package.IsLibrary).SelectMany(package => package.Assembly.GetExportedTypes()))
        {
            names.Add(type);
        }

        return names;
    }

    public bool IsType(string name) => _membersOf.ContainsKey(name);

    /// <summary>Whether a type of that name has the member.</summary>
    public bool IsMember(string type, string member) => _membersOf[type].Contains(member);

    /// <summary>Whether any type has the member.</summary>
    public bool IsMember(string member) => _membersOf.Values.Any(members => members.Contains(member));

    /// <summary>Whether the method, or a constructor of the type, has a parameter of that name; in an overload at least.</summary>
    public bool IsParameterOf(string method, string parameter) => _parametersOf.TryGetValue(method, out HashSet<string>? parameters) && parameters.Contains(parameter);

    /// <summary>Whether anything has a parameter of that name.</summary>
    public bool IsParameter(string parameter) => _parametersOf.Values.Any(parameters => parameters.Contains(parameter));

    private static string NameOf(Type type)
    {
        string name = type.Name.Split('`')[0];
        return type.IsSubclassOf(typeof(Attribute)) && name.EndsWith(nameof(Attribute), StringComparison.Ordinal) ? name[..^nameof(Attribute).Length] : name;
    }

    private void Add(Type type)
    {
        string name = NameOf(type);
        HashSet<string> members = At(_membersOf, name);
        foreach (MemberInfo member in type.GetMembers(Public).Where(member => member.DeclaringType != typeof(object)))
        {
            members.Add(member.Name);
            if (member is MethodInfo method)
            {
                At(_parametersOf, method.Name).UnionWith(method.GetParameters().Select(parameter => parameter.Name!));
                if (method.IsDefined(typeof(ExtensionAttribute)))
                {
                    At(_membersOf, NameOf(method.GetParameters()[0].ParameterType)).Add(method.Name);
                }
            }
            else if (member is ConstructorInfo constructor)
            {
                At(_parametersOf, name).UnionWith(constructor.GetParameters().Select(parameter => parameter.Name!));
            }
        }
    }

    private static HashSet<string> At(Dictionary<string, HashSet<string>> sets, string name)
    {
        if (!sets.TryGetValue(name, out HashSet<string>? set))
        {
            sets[name] = set = [];
        }

        return set;
    }
}
