using System.Buffers.Binary;
using DuckDB.NET.Data;

namespace BalanceGen.Files.Tests;

public sealed class ParquetFooterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;
    private byte[]? _data;

    public ParquetFooterTests()
    {
        _path = _folder.File("cats.parquet");
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"copy (select i as id, if(i % 3 = 0, 'siamese', 'birman') as breed from range(300) t(i)) to '{_path}' (format parquet)";
        command.ExecuteNonQuery();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The library would read two thousand million columns of nothing, for half an hour.</summary>
    [Fact]
    public async Task A_list_that_is_longer_than_the_footer_is_an_error_and_no_hang()
    {
        // The version, as it is; then a list of 2,147,483,647 columns.
        byte[] footer = Footer();
        Assert.Equal([0x15, 0x02, 0x19], footer[..3]);
        Write([.. footer[..3], 0xFC, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, .. footer[4..]]);
        Exception? error = await Task.Run(() => Record.Exception(() => LabelFile.Open(_path))).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal($"{_path}: the file is damaged (its footer has a length that cannot be).", Assert.IsType<LabelFileException>(error).Message);
    }

    [Fact]
    public void A_footer_that_ends_early_is_an_error_wherever_it_ends()
    {
        byte[] footer = Footer();
        for (int length = 1; length < footer.Length; length++)
        {
            Write(footer[..length]);
            Assert.Equal(_path, Assert.Throws<LabelFileException>(() => LabelFile.Open(_path)).Path);
        }
    }

    [Fact]
    public void A_footer_that_is_whole_is_read()
    {
        Write(Footer());
        using ColumnFile file = ColumnFile.Open(_path);
        Assert.Equal((300L, "id breed"), (file.RowCount, string.Join(' ', file.Columns)));
        Assert.Equal(["siamese", "birman", "birman", "siamese"], file.ReadGroup(0).Values<string>("breed")[..4].ToArray());
    }

    private byte[] Footer()
    {
        byte[] bytes = File.ReadAllBytes(_path);
        int length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(bytes.Length - 8));
        return bytes[(bytes.Length - 8 - length)..(bytes.Length - 8)];
    }

    /// <summary>The same file with another footer.</summary>
    private void Write(byte[] footer)
    {
        byte[] bytes = File.ReadAllBytes(_path);
        int length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(bytes.Length - 8));
        _data ??= bytes[..^(8 + length)];
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, footer.Length);
        File.WriteAllBytes(_path, [.. _data, .. footer, .. size, .. "PAR1"u8]);
    }
}
