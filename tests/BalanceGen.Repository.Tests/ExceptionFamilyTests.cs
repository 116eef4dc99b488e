using BalanceGen.Classes;

namespace BalanceGen.Repository.Tests;

/// <summary>One <c>catch</c> for what BalanceGen refuses, whichever package it comes from.</summary>
public sealed class ExceptionFamilyTests
{
    public static TheoryData<string> Libraries() =>
        [.. Package.All.Where(package => package.IsLibrary && (package.Name == "BalanceGen" || package.References.Contains("BalanceGen"))).Select(package => package.Name)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Every_exception_is_of_the_family_by_one_of_its_two_bases(string library)
    {
        Type[] exceptions = [.. Package.All.Single(package => package.Name == library).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Exception)))];

        Assert.All(exceptions, type => Assert.True(type.IsAssignableTo(typeof(IBalanceGenException)), $"{type.Name} is no IBalanceGenException."));
        Assert.All(exceptions, type => Assert.True(
            type.IsAssignableTo(typeof(BalanceGenException)) != type.IsAssignableTo(typeof(ArgumentException)), $"{type.Name} is neither a BalanceGenException nor an ArgumentException, or both."));
        Assert.All(exceptions.Where(type => !type.IsAbstract), type => Assert.True(type.IsSealed, $"{type.Name} is not sealed."));
    }
}
