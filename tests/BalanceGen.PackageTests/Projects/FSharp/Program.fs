open System
open BalanceGen

let classIndices = Array.init 170 (fun row -> if row % 17 = 0 then 1 else 0)
let classes = ClassSet(ReadOnlySpan<string>([| "Siamese"; "Birman" |]))
let index = RowIndex.Build(classes, ReadOnlySpan<int>(classIndices))
let sampler = BalancedSampler(index, 42L)
let birmans = Seq.init 100 (fun draw -> classIndices[int (sampler.RowAt(int64 draw))]) |> Seq.sum
printfn "%d of 100" birmans
