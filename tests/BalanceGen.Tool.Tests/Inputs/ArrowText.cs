using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;

namespace BalanceGen.Tool.Tests.Inputs;

/// <summary>Writes an Arrow IPC file with one column of text.</summary>
internal static class ArrowText
{
    public static void Write(string path, IReadOnlyList<string> labels)
    {
        StringArray column = new StringArray.Builder().AppendRange(labels).Build();
        var schema = new Apache.Arrow.Schema([new Field("label", StringType.Default, nullable: true)], null);
        using var batch = new RecordBatch(schema, [column], labels.Count);
        using FileStream stream = File.Create(path);
        using var writer = new ArrowFileWriter(stream, schema);
        writer.WriteRecordBatch(batch);
        writer.WriteEnd();
    }
}
