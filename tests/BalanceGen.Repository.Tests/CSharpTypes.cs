using System.Reflection;
using System.Runtime.CompilerServices;

namespace BalanceGen.Repository.Tests;

/// <summary>Types as C# writes them.</summary>
internal static class CSharpTypes
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    public static string Of(ParameterInfo parameter) =>
        Of(parameter.ParameterType, Nullability.Create(parameter), parameter.GetCustomAttribute<TupleElementNamesAttribute>());

    public static string Of(PropertyInfo property) => Of(property.PropertyType, Nullability.Create(property), null);

    public static string Of(FieldInfo field) => Of(field.FieldType, Nullability.Create(field), null);

    public static string Of(Type type) => Of(type, null, null);

    /// <summary>The constraints of type parameters, each after a space.</summary>
    public static string Constraints(Type[] parameters) => string.Concat(parameters.Select(parameter =>
    {
        GenericParameterAttributes flags = parameter.GenericParameterAttributes;
        bool isUnmanaged = parameter.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "IsUnmanagedAttribute");
        List<string> constraints = [];
        if (isUnmanaged || flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
        {
            constraints.Add(isUnmanaged ? "unmanaged" : "struct");
        }
        else if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            constraints.Add("class");
        }

        constraints.AddRange(parameter.GetGenericParameterConstraints().Where(constraint => constraint != typeof(ValueType)).Select(Of));
        return constraints.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", constraints)}";
    }));

    private static string Of(Type type, NullabilityInfo? nullability, TupleElementNamesAttribute? names)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability, names);
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Of(value) + "?";
        }

        string suffix = !type.IsValueType && !type.IsGenericParameter && nullability is { ReadState: NullabilityState.Nullable } ? "?" : "";
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!, nullability?.ElementType, null)}[]{suffix}";
        }

        if (type.IsAssignableTo(typeof(ITuple)) && type.IsGenericType)
        {
            IEnumerable<string> elements = type.GetGenericArguments().Select((element, place) => $"{Of(element)} {names?.TransformNames[place]}".TrimEnd());
            return $"({string.Join(", ", elements)})";
        }

        return (Keywords.GetValueOrDefault(type) ?? NameOf(type, nullability)) + suffix;
    }

    private static string NameOf(Type type, NullabilityInfo? nullability)
    {
        if (!type.IsGenericType)
        {
            return type.IsNested && !type.IsGenericParameter ? $"{NameOf(type.DeclaringType!, null)}.{type.Name}" : type.Name;
        }

        // A nested type has the parameters of the type around it before its own.
        int outer = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        Type[] arguments = type.GetGenericArguments();
        string prefix = type.IsNested ? $"{NameOf(outer == 0 ? type.DeclaringType! : type.DeclaringType!.MakeGenericType(arguments[..outer]), null)}." : "";
        IEnumerable<string> own = arguments.Select((argument, place) => Of(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(place), null)).Skip(outer);
        string name = type.Name.Split('`')[0];
        return prefix + (own.Any() ? $"{name}<{string.Join(", ", own)}>" : name);
    }
}
