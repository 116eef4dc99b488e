namespace BalanceGen.Generators.ClassLists;

/// <summary>
/// Reads the categories of COCO and LVIS: a list of objects with <c>id</c> and <c>name</c>, alone or as <c>categories</c> of an object. Never throws on what a
/// file may contain.
/// </summary>
internal static class CategoryFileParser
{
    public static (IReadOnlyList<ListedClass> Classes, string? Problem) Parse(string text, CancellationToken cancellation)
    {
        var reading = new Reading(text, cancellation);
        try
        {
            if (!reading.TryFindList())
            {
                return ([], "the file has no list 'categories'");
            }

            reading.TakeCategories();
        }
        catch (FormatException fault)
        {
            return (reading.Classes, At(reading.Line, fault.Message));
        }

        return (reading.Classes, reading.Problem ?? (reading.Classes.Count == 0 ? "the file names no class" : null));
    }

    private static string At(int line, string problem) => string.Format(CultureInfo.InvariantCulture, "line {0}: {1}", line, problem);

    private sealed class Reading(string text, CancellationToken cancellation)
    {
        private readonly JsonReader _json = new(text);
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);
        private readonly HashSet<long> _ids = [];
        private int _lineOf;
        private int _line = 1;

        public List<ListedClass> Classes { get; } = [];

        public string? Problem { get; private set; }

        /// <summary>The line that reading has come to.</summary>
        public int Line
        {
            get
            {
                for (; _lineOf < _json.Position; _lineOf++)
                {
                    _line += text[_lineOf] == '\n' ? 1 : 0;
                }

                return _line;
            }
        }

        /// <summary>Goes to the first element of the list.</summary>
        public bool TryFindList()
        {
            if (_json.TryTake('['))
            {
                return true;
            }

            _json.Take('{');
            do
            {
                string key = _json.TakeString();
                _json.Take(':');
                if (key == "categories")
                {
                    _json.Take('[');
                    return true;
                }

                _json.Skip();
            }
            while (_json.TryTake(','));

            return false;
        }

        public void TakeCategories()
        {
            if (_json.TryTake(']'))
            {
                return;
            }

            do
            {
                cancellation.ThrowIfCancellationRequested();
                TakeCategory();
            }
            while (_json.TryTake(','));

            _json.Take(']');
        }

        private void TakeCategory()
        {
            _json.Take('{');
            int line = Line;
            string? name = null;
            long? id = null;
            if (!_json.TryTake('}'))
            {
                do
                {
                    string key = _json.TakeString();
                    _json.Take(':');
                    if (key == "name" && _json.Peek() == '"')
                    {
                        name = _json.TakeString();
                    }
                    else if (key == "id")
                    {
                        id = _json.TakeWhole();
                    }
                    else
                    {
                        _json.Skip();
                    }
                }
                while (_json.TryTake(','));

                _json.Take('}');
            }

            Add(name, id, line);
        }

        private void Add(string? name, long? id, int line)
        {
            string? problem = (name, id) switch
            {
                (null or "", _) => "a category has no name",
                (_, null) => $"the category '{ClassCountProblem.Excerpt(name)}' has no whole number as its id",
                ({ } given, _) when !_names.Add(given) => $"there is a category '{ClassCountProblem.Excerpt(given)}' before",
                (_, { } number) when !_ids.Add(number) => string.Format(CultureInfo.InvariantCulture, "there is a category with the id {0} before", number),
                _ => null,
            };
            if (problem is null)
            {
                Classes.Add(new ListedClass(name!, id, line));
            }
            else
            {
                Problem ??= At(line, problem);
            }
        }
    }
}
