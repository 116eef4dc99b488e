Imports BalanceGen

Module Program
    Sub Main()
        Dim classIndices(169) As Integer
        For row = 0 To 169 Step 17
            classIndices(row) = 1
        Next

        Dim index = RowIndex.Build(New ClassSet({"Siamese", "Birman"}), classIndices)
        Dim sampler = New BalancedSampler(index, 42)
        Dim birmans = 0
        For draw = 0 To 99
            birmans += classIndices(CInt(sampler.RowAt(draw)))
        Next

        Console.WriteLine($"{birmans} of 100")
    End Sub
End Module
