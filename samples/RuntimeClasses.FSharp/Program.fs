open System
open BalanceGen

type Row = { Text: string; Label: string }

let rows = [| for i in 0 .. 169 -> { Text = $"row {i}"; Label = (if i % 17 = 0 then "Birman" else "Siamese") } |]
let classes = ClassSet.OfLabels(rows |> Seq.map (fun row -> row.Label))
let data = IndexedDataset.Create(rows, classes, Func<Row, string>(fun row -> row.Label))
let sampler = data.BalancedSampler(seed = 42L)

for batch in data.Batches(sampler, 10).Owned() do
    printfn "%d rows, %d of Birman" batch.Count (batch.ClassIndices |> Seq.filter ((=) 0) |> Seq.length)

printfn "weight of Birman %g" (ClassWeights.Balanced(data.Counts)["Birman"])
