using System.Reflection;
using System.Runtime.CompilerServices;

namespace BalanceGen.Repository.Tests;

/// <summary>
/// A missing argument is refused by its name, in every library, also in those that are made tomorrow: every constructor and static method is called with
/// nothing. Which argument of several is named, and methods of objects, is what the tests of a library say.
/// </summary>
public sealed class NullArgumentConventionTests
{
    /// <summary>What takes the place of a type parameter, by the constraints.</summary>
    private static readonly Type[] Arguments = [typeof(string), typeof(int), typeof(float), typeof(ulong), typeof(AnyIndexer)];

    [Theory]
    [MemberData(nameof(PublicSurfaceTests.Libraries), MemberType = typeof(PublicSurfaceTests))]
    public void What_is_called_with_nothing_names_a_missing_argument(string library)
    {
        Type[] types = Package.All.Single(package => package.Name == library).Assembly.GetExportedTypes();
        string[] wrong =
        [
            .. from type in types
               where type.IsClass && !type.IsSubclassOf(typeof(Exception)) && !type.IsSubclassOf(typeof(Attribute)) && !IsRecord(type)
               from definition in Closed(type).GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).OfType<MethodBase>()
               where (definition.IsStatic || (definition.IsConstructor && !type.IsAbstract)) && (definition.IsConstructor || !definition.IsSpecialName)
               let method = Closed(definition)
               let refusal = Refusal(method)
               where refusal is not null
               select $"{type.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.Name))}): {refusal}",
        ];

        Assert.True(wrong.Length == 0, $"Begin with ArgumentNullException.ThrowIfNull:\n{string.Join('\n', wrong)}");
    }

    /// <summary>The parameters of a record are its values.</summary>
    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    /// <summary>What happens without arguments if it is not that a missing one is named.</summary>
    private static string? Refusal(MethodBase method)
    {
        ParameterInfo[] parameters = method.GetParameters();
        var nullability = new NullabilityInfoContext();
        string[] needed = [.. parameters.Where(parameter => !parameter.ParameterType.IsValueType && nullability.Create(parameter).WriteState == NullabilityState.NotNull).Select(parameter => parameter.Name!)];
        if (needed.Length == 0 || parameters.Any(parameter => parameter.ParameterType.IsByRefLike || parameter.ParameterType.IsByRef || parameter.ParameterType.IsPointer))
        {
            return null;
        }

        object?[] nothing = [.. parameters.Select(parameter => parameter.ParameterType.IsValueType ? RuntimeHelpers.GetUninitializedObject(parameter.ParameterType) : null)];
        try
        {
            _ = method is ConstructorInfo constructor ? constructor.Invoke(nothing) : method.Invoke(null, nothing);
            return "accepted";
        }
        catch (TargetInvocationException error)
        {
            // The modules of TorchSharp begin in its native library, which only tests of that package have.
            return error.InnerException is DllNotFoundException || (error.InnerException is ArgumentNullException missing && needed.Contains(missing.ParamName)) ? null : error.InnerException!.Message;
        }
    }

    private static Type Closed(Type type) => type.IsGenericTypeDefinition ? Close(type.GetGenericArguments(), type.MakeGenericType) : type;

    private static MethodBase Closed(MethodBase method) => method is MethodInfo { IsGenericMethodDefinition: true } generic ? Close(generic.GetGenericArguments(), generic.MakeGenericMethod) : method;

    /// <summary>The first choice of arguments that the constraints allow.</summary>
    private static T Close<T>(Type[] parameters, Func<Type[], T> close)
        where T : class
    {
        foreach (Type[] choice in Choices(parameters.Length))
        {
            try
            {
                return close(choice);
            }
            catch (ArgumentException)
            {
                // It breaks a constraint: the next one.
            }
        }

        throw new InvalidOperationException($"No choice of arguments fits the constraints of {(MemberInfo?)parameters[0].DeclaringMethod ?? parameters[0].DeclaringType}: add one to {nameof(Arguments)}.");
    }

    private static IEnumerable<Type[]> Choices(int length) =>
        length == 0 ? [[]] : from rest in Choices(length - 1) from first in Arguments select (Type[])[.. rest, first];
}
