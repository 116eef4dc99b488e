using System.IO.Compression;
using System.Text.Json;

namespace BalanceGen.Tool.Inputs;

/// <summary>
/// COCO and LVIS annotations: a row is a box, or with a label of several an image. Categories are declared classes: one without a box is a class
/// without rows. An image without a box is a row of no class. The number of an image is not its content: an image has boxes of several classes.
/// </summary>
internal static class CocoReader
{
    /// <summary>Whether a JSON file is one object with annotations and categories, rather than rows.</summary>
    public static bool LooksLike(string file)
    {
        try
        {
            using var tokens = new JsonTokens(OpenRead(file), file);
            if (!tokens.Read() || tokens.Type != JsonTokenType.StartObject)
            {
                return false;
            }

            while (tokens.Read() && tokens.Type == JsonTokenType.PropertyName)
            {
                if (tokens.Text is "annotations" or "categories" or "images")
                {
                    tokens.Read(withText: false);
                    return tokens.Type == JsonTokenType.StartArray;
                }

                tokens.Skip();
            }

            return false;
        }
        catch (Exception error) when (error is InputException or InvalidDataException)
        {
            // DuckDB's reader says what is wrong with it.
            return false;
        }
    }

    public static LabelledInput Open(IReadOnlyList<string> files, InputOptions options, Database database)
    {
        string annotations = database.NewTableName("annotations");
        string categoryTable = database.NewTableName("categories");
        string images = database.NewTableName("images");
        var categories = new SortedDictionary<long, (string Name, string? Frequency)>();
        var verified = new Dictionary<long, long>();
        using (var table = new TemporaryTable(database, annotations, ["image_id", "category_id", "iscrowd"]))
        using (var imageTable = new TemporaryTable(database, images, ["image_id"]))
        {
            foreach (string file in files)
            {
                Read(file, table, imageTable, categories, verified);
            }
        }

        if (categories.Count == 0)
        {
            throw new InputException("the file has no categories", files[0], advice: "COCO and LVIS files name their classes there");
        }

        database.Execute($"CREATE TABLE {categoryTable} (id VARCHAR, name VARCHAR)");
        var used = new HashSet<string>(StringComparer.Ordinal);
        var names = new List<string>();
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        var absences = new Dictionary<string, long>(StringComparer.Ordinal);
        using (var appender = database.CreateAppender(categoryTable))
        {
            foreach ((long id, (string name, string? frequency)) in categories)
            {
                // Two categories of one name are two classes.
                string unique = used.Add(name) ? name : $"{name} ({id})";
                names.Add(unique);
                absences[unique] = verified.GetValueOrDefault(id);
                if (frequency is not null)
                {
                    groups[unique] = frequency;
                }

                appender.CreateRow().AppendValue(id.ToString(System.Globalization.CultureInfo.InvariantCulture)).AppendValue(unique).EndRow();
            }
        }

        bool perImage = options.Label == "image";
        string boxes = $"(SELECT a.image_id, a.category_id, coalesce(c.name, 'category ' || a.category_id) AS category FROM {annotations} a LEFT JOIN {categoryTable} c ON a.category_id = c.id ORDER BY a.rowid)";
        string from = perImage
            ? $"(SELECT image_id, coalesce(string_agg(category, chr(31) ORDER BY category), '') AS category FROM (SELECT DISTINCT image_id, category FROM {boxes} UNION SELECT image_id, NULL FROM {images}) GROUP BY image_id ORDER BY TRY_CAST(image_id AS BIGINT), image_id)"
            : boxes;
        string[] columns = perImage ? ["image_id", "category"] : ["image_id", "category_id", "category"];
        return new TableInput($"COCO annotations, {(perImage ? "a row an image" : "a row a box (--label image: a row an image)")}", files, new Relation(from, columns, "category", ["category", .. columns[..^1]]), database)
        {
            LabelName = "category",
            Separator = perImage ? OneHotColumns.Separator : null,
            DeclaredClasses = [.. names],
            FrequencyGroups = groups.Count > 0 ? groups : null,
            VerifiedAbsences = verified.Count > 0 ? absences : null,
        };
    }

    private static void Read(string file, TemporaryTable table, TemporaryTable images, SortedDictionary<long, (string Name, string? Frequency)> categories, Dictionary<long, long> verified)
    {
        using var tokens = new JsonTokens(OpenRead(file), file);
        if (!tokens.Read() || tokens.Type != JsonTokenType.StartObject)
        {
            throw new InputException("this is no COCO file: it is not one object", file, advice: "use --format json for rows");
        }

        while (tokens.Read() && tokens.Type == JsonTokenType.PropertyName)
        {
            string name = tokens.Text;
            tokens.Read();
            if (tokens.Type == JsonTokenType.StartArray && name is "annotations" or "categories")
            {
                ReadObjects(tokens, name == "annotations", table, categories, file);
            }
            else if (tokens.Type == JsonTokenType.StartArray && name == "images")
            {
                ReadImages(tokens, images, verified);
            }
            else
            {
                tokens.Skip();
            }
        }
    }

    /// <summary>The images, and for each category how many of them are known not to have it: LVIS's neg_category_ids.</summary>
    private static void ReadImages(JsonTokens tokens, TemporaryTable images, Dictionary<long, long> verified)
    {
        while (tokens.Read() && tokens.Type != JsonTokenType.EndArray)
        {
            if (tokens.Type != JsonTokenType.StartObject)
            {
                tokens.Skip();
                continue;
            }

            string? id = null;
            while (tokens.Read() && tokens.Type == JsonTokenType.PropertyName)
            {
                string property = tokens.Text;
                tokens.Read(withText: property == "id");
                if (property == "id" && tokens.Type is JsonTokenType.String or JsonTokenType.Number)
                {
                    id = tokens.Text;
                }

                if (property == "neg_category_ids" && tokens.Type == JsonTokenType.StartArray)
                {
                    while (tokens.Read() && tokens.Type != JsonTokenType.EndArray)
                    {
                        if (tokens.Type == JsonTokenType.Number && long.TryParse(tokens.Text, out long category))
                        {
                            verified[category] = verified.GetValueOrDefault(category) + 1;
                        }

                        tokens.Skip();
                    }

                    continue;
                }

                tokens.Skip();
            }

            if (id is not null)
            {
                images.Add(id);
            }
        }
    }

    private static void ReadObjects(JsonTokens tokens, bool areAnnotations, TemporaryTable table, SortedDictionary<long, (string Name, string? Frequency)> categories, string file)
    {
        while (tokens.Read() && tokens.Type != JsonTokenType.EndArray)
        {
            if (tokens.Type != JsonTokenType.StartObject)
            {
                tokens.Skip();
                continue;
            }

            string? id = null, name = null, image = null, category = null, crowd = null, frequency = null;
            while (tokens.Read() && tokens.Type == JsonTokenType.PropertyName)
            {
                string property = tokens.Text;
                tokens.Read(withText: property is "id" or "name" or "image_id" or "category_id" or "iscrowd" or "frequency");
                string? text = tokens.Type is JsonTokenType.String or JsonTokenType.Number ? tokens.Text : null;
                tokens.Skip();
                switch (property)
                {
                    case "id": id = text; break;
                    case "name": name = text; break;
                    case "image_id": image = text; break;
                    case "category_id": category = text; break;
                    case "iscrowd": crowd = text; break;
                    case "frequency": frequency = text; break;
                }
            }

            if (areAnnotations)
            {
                table.Add(image, category, crowd);
            }
            else if (long.TryParse(id, out long number))
            {
                categories[number] = (string.IsNullOrEmpty(name) ? $"category {number}" : name, frequency);
            }
            else
            {
                throw new InputException("a category has no id that is a whole number", file, advice: "give every category an id");
            }
        }
    }

    private static Stream OpenRead(string file)
    {
        FileStream stream = File.OpenRead(file);
        return file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }
}
