namespace BalanceGen.Generators.Parsing;

/// <summary>The rules that a target breaks, noted while it is parsed.</summary>
/// <param name="token">Ends the parsing.</param>
internal sealed class Findings(CancellationToken token)
{
    public List<Violation> Violations { get; } = [];

    public CancellationToken Token => token;

    public void Add(DiagnosticDescriptor rule, Location location, params object[] arguments) => Violations.Add(new Violation(rule, location, arguments));

    /// <summary>Notes why the type of a label does not say which classes there are.</summary>
    public void Unsupported(LabelMember member, string reason, string remedy) =>
        Violations.Add(LabelKinds.UnsupportedType(member, token, reason, remedy));

    /// <summary>Notes an argument that makes no sense for the label.</summary>
    public void InvalidArgument(LabelMember member, string argument, string problem, string remedy) =>
        Add(Descriptors.InvalidLabelArgument, member.ArgumentLocation(argument, token), argument, member.Name, problem, remedy);

    public void InvalidNames(LabelMember member, Location location, string problem, string remedy) =>
        Add(Descriptors.InvalidClassNames, location, member.Name, problem, remedy);

    public void WarnAboutUnused(LabelMember member, string reason, params string[] arguments)
    {
        foreach (string argument in arguments.Where(member.Has))
        {
            Add(Descriptors.UnusedLabelArgument, member.ArgumentLocation(argument, token), $"'{argument}'", member.Name, reason);
        }
    }

    public void WarnAboutNames(LabelMember member, string reason)
    {
        if (!member.ClassNames.IsEmpty)
        {
            Add(Descriptors.UnusedLabelArgument, member.ClassNameLocation(0, token), "class list", member.Name, reason);
        }
    }

    public void WarnAboutRange(LabelMember member, string reason) => WarnAboutUnused(member, reason, member.Min is null ? "Max" : "Min");
}
