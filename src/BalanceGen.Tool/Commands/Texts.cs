namespace BalanceGen.Tool.Commands;

/// <summary>What commands write.</summary>
internal static class Texts
{
    /// <summary>Writes to a file, whole or not at all, or to standard output.</summary>
    public static void Write(Session session, string? path, string text)
    {
        if (path is null)
        {
            session.Out.Write(text.EndsWith('\n') ? text : text + "\n");
        }
        else
        {
            AtomicFile.WriteText(path, text.EndsWith('\n') ? text : text + "\n");
        }
    }
}
