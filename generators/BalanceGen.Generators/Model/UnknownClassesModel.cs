namespace BalanceGen.Generators.Model;

/// <summary>A label whose classes cannot be read from their file. Code that uses it compiles, and throws when it runs.</summary>
/// <param name="Type">The label's type, with a question mark where it may be null.</param>
/// <param name="Problem">Why the classes are not known, as a sentence.</param>
/// <param name="Names">The names that could be read, or none; they keep code compiling that names them.</param>
internal sealed record UnknownClassesModel(string Type, string Problem, EquatableArray<string> Names)
    : LabelModel(Type, MemberAccess.Public)
{
    /// <summary>At least one: a division by the constant 0 would not compile.</summary>
    public override int ClassCount => Names.Count == 0 ? 1 : Names.Count;

    public override string ClassName(int classIndex) => Names.Count == 0 ? "(not known)" : Names[classIndex];
}
