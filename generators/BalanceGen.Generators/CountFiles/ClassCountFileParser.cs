namespace BalanceGen.Generators.CountFiles;

/// <summary>
/// Reads a class-count file: lines <c>label,count</c> as <c>value_counts().to_csv()</c>, an export of
/// <c>SELECT label, COUNT(*)</c> or a spreadsheet writes them. Never throws on what a file may contain.
/// </summary>
/// <remarks>
/// The first line that is not blank is a header if it has exactly two fields and the second is neither empty nor meant as
/// a number (<see cref="CountLiteral.IsMeantAsNumber"/>). Blank lines are passed over wherever they are. Labels are kept
/// exactly as written.
/// </remarks>
internal static partial class ClassCountFileParser
{
    /// <summary>Reading stops at this many problems, because a file of another kind would have one on each line.</summary>
    public const int MaximumProblems = 100;

    public static ClassCountFile Parse(string text, CancellationToken cancellation = default)
    {
        int invalid = text.IndexOfAny(['\0', '\uFFFD']);
        if (invalid >= 0)
        {
            return NotText(text, invalid);
        }

        int start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        var reading = new Reading(CountFileSeparator.Detect(text, start));
        return reading.Run(text, start, cancellation);
    }

    private static ClassCountFile NotText(string text, int position)
    {
        int line = 1;
        int lineStart = 0;
        for (int index = 0; index < position; index++)
        {
            // A line ends where the compiler ends one.
            if (text[index] is '\n' or '\u0085' or '\u2028' or '\u2029' || (text[index] == '\r' && text[index + 1] != '\n'))
            {
                line++;
                lineStart = index + 1;
            }
        }

        return NotText(line, position - lineStart + 1, text.Substring(position, 1));
    }

    private static ClassCountFile NotText(int line, int column, string offending)
    {
        var problem = new ClassCountProblem(ClassCountProblemKind.NotText, line, column, ClassCountProblem.Excerpt(offending));
        return new ClassCountFile(default, new([problem]), ',', HasHeader: false);
    }

    private sealed class Reading(char separator)
    {
        private readonly List<ClassCountEntry> _entries = [];
        private readonly List<ClassCountProblem> _problems = [];
        private readonly Dictionary<string, int> _firstLines = new(StringComparer.Ordinal);
        private bool _hasHeader;
        private bool _isFirst = true;
        private long _total;

        public ClassCountFile Run(string text, int start, CancellationToken cancellation)
        {
            var reader = new DelimitedReader(text, start, separator);
            while (_problems.Count < MaximumProblems && reader.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                if (reader.Fault is not null)
                {
                    _problems.Add(reader.Fault);
                }
                else
                {
                    Add(reader.Fields);
                }

                _isFirst = false;
            }

            if (_entries.Count == 0 && _problems.Count == 0)
            {
                Report(ClassCountProblemKind.EmptyFile, new DelimitedField(string.Empty, 1, 1));
            }

            return new ClassCountFile(new(_entries), new(_problems), separator, _hasHeader);
        }

        private void Add(IReadOnlyList<DelimitedField> fields)
        {
            DelimitedField label = fields[0];
            if (fields.Count != 2)
            {
                Report(
                    fields.Count == 1 ? ClassCountProblemKind.MissingCount : ClassCountProblemKind.TooManyFields,
                    fields.Count == 1 ? label : fields[2]);
                return;
            }

            DelimitedField count = fields[1];
            bool hasCount = count.Value.Trim(' ', '\t').Length > 0;
            if (_isFirst && hasCount && !CountLiteral.IsMeantAsNumber(count.Value))
            {
                _hasHeader = true;
            }
            else if (label.Value.Length == 0)
            {
                Report(ClassCountProblemKind.EmptyLabel, label);
            }
            else if (_firstLines.TryGetValue(label.Value, out int firstLine))
            {
                Report(ClassCountProblemKind.DuplicateLabel, label, firstLine);
            }
            else
            {
                _firstLines.Add(label.Value, label.Line);
                AddCount(label, count, hasCount);
            }
        }

        private void AddCount(DelimitedField label, DelimitedField count, bool hasCount)
        {
            if (!hasCount)
            {
                Report(ClassCountProblemKind.MissingCount, label);
            }
            else if (CountLiteral.Parse(count.Value, out long value) is { } defect)
            {
                Report(defect, count);
            }
            else if (value > long.MaxValue - _total)
            {
                Report(ClassCountProblemKind.OverflowingTotal, count);
            }
            else
            {
                _total += value;
                _entries.Add(new ClassCountEntry(label.Value, value, label.Line));
            }
        }

        private void Report(ClassCountProblemKind kind, DelimitedField field, int firstLine = 0) =>
            _problems.Add(new ClassCountProblem(kind, field.Line, field.Column, ClassCountProblem.Excerpt(field.Value), firstLine));
    }
}
