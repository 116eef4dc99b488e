Imports BalanceGen

Module Program
    Private Class Row
        Public Property Text As String
        Public Property Label As String
    End Class

    Sub Main()
        Dim rows = Enumerable.Range(0, 170).Select(
            Function(i) New Row With {.Text = $"row {i}", .Label = If(i Mod 17 = 0, "Birman", "Siamese")}).ToList()
        Dim classes = ClassSet.OfLabels(rows.Select(Function(row) row.Label))
        Dim labelOf As Func(Of Row, String) = Function(row) row.Label
        Dim data = IndexedDataset.Create(rows, classes, labelOf)
        Dim sampler = data.BalancedSampler(seed:=42)

        For Each batch In data.Batches(sampler, 10).Owned()
            Console.WriteLine($"{batch.Count} rows, {batch.ClassIndices.Count(Function(c) c = 0)} of Birman")
        Next

        Console.WriteLine($"weight of Birman {ClassWeights.Balanced(data.Counts)("Birman")}")
    End Sub
End Module
