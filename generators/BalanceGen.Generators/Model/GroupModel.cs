namespace BalanceGen.Generators.Model;

/// <summary>The member that says which rows belong together.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, fully qualified and without the nullability of references.</param>
/// <param name="Access">How it is read, as a format for the row.</param>
/// <param name="CanBeNull">Whether the compiler has to be told that nulls are refused elsewhere.</param>
internal sealed record GroupModel(string Name, string Type, string Access, bool CanBeNull)
{
    /// <summary>The expression that reads the key of a row's group.</summary>
    public string Read(string row) => string.Format(CultureInfo.InvariantCulture, Access, row) + (CanBeNull ? "!" : "");
}
