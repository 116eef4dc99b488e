namespace BalanceGen.Generators.CountFiles;

/// <summary>
/// Which character separates label and count. The first record that is not blank decides: the first of comma, semicolon and
/// tab that splits it into two fields of which the second is meant as a number; if none does, the first that splits it
/// into two fields (a header); if none does, the comma. Spreadsheets write semicolons where the comma is the decimal mark,
/// and tabs for "text".
/// </summary>
internal static class CountFileSeparator
{
    private static readonly char[] Candidates = [',', ';', '\t'];

    public static char Detect(string text, int start)
    {
        char? headerSeparator = null;
        foreach (char candidate in Candidates)
        {
            var reader = new DelimitedReader(text, start, candidate);
            if (!reader.Read() || reader.Fault is not null || reader.Fields.Count != 2)
            {
                continue;
            }

            if (CountLiteral.IsMeantAsNumber(reader.Fields[1].Value))
            {
                return candidate;
            }

            headerSeparator ??= candidate;
        }

        return headerSeparator ?? Candidates[0];
    }
}
