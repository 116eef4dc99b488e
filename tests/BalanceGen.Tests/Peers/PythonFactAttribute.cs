namespace BalanceGen.Tests.Peers;

/// <summary>A test against a Python peer. It is skipped, visibly, where the system's Python does not have the module.</summary>
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute(string module)
    {
        if (!Python.Has(module))
        {
            Skip = $"/usr/bin/python3 has no module {module}.";
        }
    }
}
