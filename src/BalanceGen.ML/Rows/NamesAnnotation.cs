namespace BalanceGen.ML;

/// <summary>Names in the annotations of a column: those of keys, or of the elements of a vector.</summary>
internal static class NamesAnnotation
{
    /// <summary>The kind of annotation that ML.NET's <c>MapKeyToValue</c> reads.</summary>
    public const string KeyValues = "KeyValues";

    /// <summary>The kind of annotation that ML.NET's reports on features read.</summary>
    public const string SlotNames = "SlotNames";

    public static DataViewSchema.Annotations Of(string kind, string[] names)
    {
        ReadOnlyMemory<char>[] texts = [.. names.Select(name => name.AsMemory())];
        var builder = new DataViewSchema.Annotations.Builder();
        builder.Add(
            kind,
            new VectorDataViewType(TextDataViewType.Instance, texts.Length),
            (ref VBuffer<ReadOnlyMemory<char>> value) =>
            {
                VBufferEditor<ReadOnlyMemory<char>> editor = VBufferEditor.Create(ref value, texts.Length);
                texts.CopyTo(editor.Values);
                value = editor.Commit();
            });
        return builder.ToAnnotations();
    }
}
