namespace BalanceGen.CompilerServices;

/// <summary>The names of many classes in one constant. Generated code has one where a list of literals would cost the compiler too much.</summary>
public static class NameTable
{
    /// <summary>The class set of a table.</summary>
    /// <param name="names">The class names in the order of their class indices, with a line feed between each two; none empty, none twice.</param>
    /// <returns>The class set.</returns>
    /// <remarks>O(length of the table). Allocates the set alone.</remarks>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    /// <exception cref="ArgumentException">A name is empty or repeated.</exception>
    public static ClassSet ToClassSet(string names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new ClassSet(names.Split('\n'));
    }
}
