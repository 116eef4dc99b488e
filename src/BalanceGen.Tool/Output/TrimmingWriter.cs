namespace BalanceGen.Tool.Output;

/// <summary>Passes lines on without the blanks at their ends, which tables of a terminal are padded with.</summary>
internal sealed class TrimmingWriter(TextWriter writer) : TextWriter
{
    private int _blanks;

    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value)
    {
        if (value == ' ')
        {
            _blanks++;
            return;
        }

        if (value is not ('\n' or '\r'))
        {
            writer.Write(new string(' ', _blanks));
        }

        _blanks = 0;
        writer.Write(value);
    }

    public override void Flush() => writer.Flush();
}
