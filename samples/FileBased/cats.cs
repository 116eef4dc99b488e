#!/usr/bin/env dotnet
#:package BalanceGen@0.1.0
#:package BalanceGen.ML@0.1.0
#:property PublishAot=false
using BalanceGen;
using BalanceGen.Evaluation;
using BalanceGen.ML;
using Microsoft.ML;

// Two breeds, told apart by two measures that overlap: 160 of one, 10 of the other.
var random = new Random(1);
IndexedDataset<Cat> cats = Cat.Classes.Index(Enumerable.Range(0, 170).Select(cat =>
{
    Breed breed = cat < 160 ? Breed.Siamese : Breed.Birman;
    return new Cat((float)(random.NextDouble() + (0.6 * (int)breed)), (float)random.NextDouble(), breed);
}));
Console.WriteLine(cats.Counts);

var context = new MLContext(seed: 1);
(IndexedDataset<Cat> train, IndexedDataset<Cat> test) = cats.Split(0.3, seed: 1);
IEstimator<ITransformer> trainer = context.MulticlassClassification.Trainers.LbfgsMaximumEntropy();
Console.WriteLine($"as it is  {Evaluate(train.ToDataView(Columns)).BalancedAccuracy:F2}");
Console.WriteLine($"balanced  {Evaluate(train.ToDataView(Columns, train.BalancedSampler(seed: 1), epoch: 0)).BalancedAccuracy:F2}");

EvaluationReport Evaluate(IDataView view) => context.MulticlassClassification.EvaluateImbalanced(trainer.Fit(view).Transform(test.ToDataView(Columns)));

static void Columns(RowColumns<Cat> columns) => columns.Label().Vector("Features", 2, (in cat, values) => (values[0], values[1]) = (cat.EarLength, cat.TailLength));

public enum Breed
{
    Siamese,
    Birman,
}

[BalancedDataset]
public readonly partial record struct Cat(float EarLength, float TailLength, [property: ClassLabel] Breed Breed);
