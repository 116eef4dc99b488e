using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace BalanceGen.Repository.Tests;

/// <summary>The public surface of an assembly as text: a line for each type and for each member that it declares, as C# would declare it.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (IGrouping<string?, Type> room in assembly.GetExportedTypes().GroupBy(type => type.Namespace).OrderBy(room => room.Key, StringComparer.Ordinal))
        {
            text.Append(text.Length == 0 ? "" : "\n").Append("namespace ").Append(room.Key).Append(";\n");
            foreach (Type type in room.OrderBy(CSharpTypes.Of, StringComparer.Ordinal))
            {
                text.Append('\n').Append(Declaration(type)).Append('\n');
                foreach (string member in Members(type))
                {
                    text.Append("    ").Append(member).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    private static string Declaration(Type type)
    {
        IEnumerable<Type> inherited = type.BaseType?.GetInterfaces() ?? [];
        List<string> bases = [.. type.GetInterfaces().Except(inherited).Where(one => one.IsPublic && !IsImplied(type, one)).Select(CSharpTypes.Of).Order(StringComparer.Ordinal)];
        if (type.IsEnum)
        {
            bases = type.GetEnumUnderlyingType() == typeof(int) ? [] : [CSharpTypes.Of(type.GetEnumUnderlyingType())];
        }
        else if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
        {
            bases.Insert(0, CSharpTypes.Of(parent));
        }

        string end = bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}";
        return $"{Marks(type)}public {Kind(type)} {CSharpTypes.Of(type)}{end}{CSharpTypes.Constraints(type.GetGenericArguments())}";
    }

    private static string Kind(Type type)
    {
        if (type.IsEnum || type.IsInterface)
        {
            return type.IsEnum ? "enum" : "interface";
        }

        if (type.IsValueType)
        {
            string only = type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "";
            return $"{only}{(type.IsByRefLike ? "ref " : "")}{(IsRecord(type) ? "record " : "")}struct";
        }

        string modifier = type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        return $"{modifier}{(IsRecord(type) ? "record" : "class")}";
    }

    /// <summary>Fields, constructors, properties and methods, each by their names; without what the compiler adds to records.</summary>
    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Name} = {field.GetRawConstantValue()}"));
        }

        return
        [
            .. Sorted(type.GetFields(Declared).Where(field => IsVisible(field.Attributes)), Field),
            .. Sorted(type.GetConstructors(Declared).Where(IsVisible), Constructor),
            .. Sorted(type.GetProperties(Declared).Where(property => property.GetAccessors(true).Any(IsVisible) && property.Name != "EqualityContract"), Property),
            .. Sorted(type.GetMethods(Declared).Where(method => IsVisible(method) && !IsGenerated(method)), Method),
        ];
    }

    private static IEnumerable<string> Sorted<TMember>(IEnumerable<TMember> members, Func<TMember, string> write)
        where TMember : MemberInfo =>
        members.Select(member => (member.Name, Text: write(member))).OrderBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.Text, StringComparer.Ordinal).Select(member => member.Text);

    private static string Field(FieldInfo field)
    {
        string kind = field.IsLiteral ? "const " : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}";
        return $"public {kind}{CSharpTypes.Of(field)} {field.Name}{(field.IsLiteral ? $" = {Literal(field.GetRawConstantValue())}" : "")}";
    }

    private static string Constructor(ConstructorInfo constructor) =>
        $"{Marks(constructor)}{Access(constructor)} {constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor)})";

    private static string Property(PropertyInfo property)
    {
        MethodInfo first = property.GetAccessors(true).First(IsVisible);
        IEnumerable<string> accessors = property.GetAccessors(true).Where(IsVisible).Select(accessor =>
            accessor == property.GetMethod ? "get;" : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init;" : "set;");
        ParameterInfo[] indices = property.GetIndexParameters();
        string name = indices.Length == 0 ? property.Name : $"this[{string.Join(", ", indices.Select(Parameter))}]";
        return $"{Marks(property)}{Access(first)} {Modifiers(first)}{ReturnReference(first)}{CSharpTypes.Of(property)} {name} {{ {string.Join(" ", accessors)} }}";
    }

    private static string Method(MethodInfo method)
    {
        string generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(CSharpTypes.Of))}>" : "";
        return $"{Marks(method)}{Access(method)} {Modifiers(method)}{ReturnReference(method)}{CSharpTypes.Of(method.ReturnParameter)} {method.Name}{generic}({Parameters(method)}){CSharpTypes.Constraints(method.GetGenericArguments())}";
    }

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        string passing = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params "
            : !parameter.ParameterType.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        return $"{passing}{CSharpTypes.Of(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(parameter)}" : "")}";
    }

    private static string Default(ParameterInfo parameter) =>
        parameter.ParameterType.IsEnum ? $"{parameter.ParameterType.Name}.{Enum.ToObject(parameter.ParameterType, parameter.RawDefaultValue!)}"
        : parameter.RawDefaultValue is { } value ? Literal(value)
        : parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default"
        : "null";

    private static string Literal(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>What a caller has to know besides the declaration. The compiler marks every ref struct as obsolete for older compilers.</summary>
    private static string Marks(MemberInfo member) =>
        member.IsDefined(typeof(ObsoleteAttribute)) && member is not Type { IsByRefLike: true } ? "[Obsolete] " : member.IsDefined(typeof(FlagsAttribute)) ? "[Flags] " : "";

    private static string Modifiers(MethodInfo method) =>
        method.DeclaringType!.IsInterface ? ""
        : method.IsStatic ? "static "
        : method.IsAbstract ? "abstract "
        : method.GetBaseDefinition().DeclaringType != method.DeclaringType ? "override "
        : method.IsVirtual && !method.IsFinal ? "virtual "
        : "";

    private static string ReturnReference(MethodInfo method) =>
        !method.ReturnType.IsByRef ? "" : method.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? "ref readonly " : "ref ";

    private static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsVisible(FieldAttributes field) => (field & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family;

    private static bool IsGenerated(MethodInfo method) => method.IsSpecialName || method.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", Declared) is not null;

    /// <summary>Interfaces that follow from others, and the one of every record.</summary>
    private static bool IsImplied(Type type, Type one) =>
        type.GetInterfaces().Any(other => other.GetInterfaces().Contains(one)) || (IsRecord(type) && one.Name == "IEquatable`1");
}
