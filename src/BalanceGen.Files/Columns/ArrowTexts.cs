using Apache.Arrow;

namespace BalanceGen.Files;

/// <summary>
/// Checks columns of text before they are read. Apache.Arrow trusts the offsets in the file. If they are damaged, it reads memory that does not belong to the column.
/// </summary>
internal static class ArrowTexts
{
    /// <summary>Checks the offsets of a column of text, and of a dictionary column whose values are text.</summary>
    /// <exception cref="InvalidDataException">A text lies outside the column's bytes.</exception>
    public static void Verify(IArrowArray array)
    {
        switch (array)
        {
            case StringArray texts:
                VerifyOffsets(texts.Length, texts.ValueBuffer.Length, row => texts.ValueOffsets[row]);
                break;
            case LargeStringArray texts:
                VerifyOffsets(texts.Length, texts.ValueBuffer.Length, row => texts.ValueOffsets[row]);
                break;
            case StringViewArray texts:
                VerifyViews(texts);
                break;
            case DictionaryArray coded:
                Verify(coded.Dictionary);
                break;
        }
    }

    private static void VerifyOffsets(int rows, int bytes, Func<int, long> offset)
    {
        long before = rows == 0 ? 0 : offset(0);
        for (int row = 0; row < rows; row++)
        {
            long next = offset(row + 1);
            if (before < 0 || next < before || next > bytes)
            {
                throw new InvalidDataException($"the text of row {row} is from byte {before} to byte {next} of {bytes}");
            }

            before = next;
        }
    }

    private static void VerifyViews(StringViewArray texts)
    {
        for (int row = 0; row < texts.Length; row++)
        {
            var view = texts.Views[row];
            int buffers = texts.Data.Buffers.Length - 2;
            bool isValid = view.Length >= 0
                && (view.IsInline || (view.BufferIndex >= 0 && view.BufferIndex < buffers && view.BufferOffset >= 0
                    && (long)view.BufferOffset + view.Length <= texts.Data.Buffers[view.BufferIndex + 2].Length));
            if (!isValid)
            {
                throw new InvalidDataException($"the text of row {row} lies outside the bytes of its column");
            }
        }
    }
}
