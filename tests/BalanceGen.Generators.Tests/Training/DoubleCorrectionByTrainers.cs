//- ML.NET: weight of the positive class on oversampled rows
static object Train(MLContext ml, IDataView train)
{
    var balanced = ml.Data.Oversample(train, "Label", seed: 1);
    var options = new Microsoft.ML.Trainers.LightGbm.LightGbmBinaryTrainer.Options { {|BALG0203:WeightOfPositiveExamples|} = 10, NumberOfIterations = 50 };
    var pipeline = ml.Transforms.NormalizeMinMax("Features").Append(ml.BinaryClassification.Trainers.LightGbm(options));
    return pipeline.Fit(balanced);
}
//- ML.NET: weight of the positive class, set later
static object Train(MLContext ml, IDataView data)
{
    var split = ml.Data.StratifiedTrainTestSplit(data, "Label", testFraction: 0.2, seed: 1);
    var options = new Microsoft.ML.Trainers.SdcaLogisticRegressionBinaryTrainer.Options();
    options.{|BALG0203:PositiveInstanceWeight|} = 25f;
    return ml.BinaryClassification.Trainers.SdcaLogisticRegression(options).Fit(ml.Data.Undersample(split.TrainSet, "Label", seed: 1));
}
//- ML.NET: weight of the positive class by the counts, on an epoch of a sampler
static object Train(MLContext ml, IndexedDataset<Cat> cats)
{
    var epoch = cats.ToDataView(columns => columns.BinaryLabel("Birman", "Label"), cats.BalancedSampler(1), epoch: 0);
    var trainer = ml.BinaryClassification.Trainers.LightGbm(new Microsoft.ML.Trainers.LightGbm.LightGbmBinaryTrainer.Options
    {
        {|BALG0203:WeightOfPositiveExamples|} = (double)cats.Counts[0] / Math.Max(1, cats.Counts[1]),
    });
    return trainer.Fit(epoch);
}
//- ML.NET: UnbalancedSets and a weight column
static object Train(MLContext ml, IDataView train)
{
    var weighed = ml.Data.AddClassWeights(train, "Label", counts => ClassWeights.Balanced(counts));
    var options = new Microsoft.ML.Trainers.FastTree.FastTreeBinaryTrainer.Options { {|BALG0203:UnbalancedSets|} = true, ExampleWeightColumnName = "Weight" };
    return ml.BinaryClassification.Trainers.FastTree(options).Fit(weighed);
}
//- ML.NET: UnbalancedSets and weights of own rows
static object Train(MLContext ml, IndexedDataset<Cat> cats)
{
    IDataView view = cats.ToDataView(columns => columns.BinaryLabel("Birman", "Label").Weight(ClassWeights.Balanced(cats.Counts)));
    var options = new Microsoft.ML.Trainers.LightGbm.LightGbmBinaryTrainer.Options { ExampleWeightColumnName = "Weight", {|BALG0203:UnbalancedSets|} = true };
    return ml.BinaryClassification.Trainers.LightGbm(options).Fit(view);
}
//- ML.NET: folds that are oversampled, and the weight of the positive class
static object Train(MLContext ml, IDataView data)
{
    var options = new Microsoft.ML.Trainers.LightGbm.LightGbmBinaryTrainer.Options { {|BALG0203:WeightOfPositiveExamples|} = 8 };
    return ml.MulticlassClassification.StratifiedCrossValidate(
        data, ml.BinaryClassification.Trainers.LightGbm(options), folds: 5, seed: 1, balance: fold => ml.Data.Oversample(fold, "Label", seed: 1));
}
//- ML.NET: weights by the counts before oversampling
static object Train(MLContext ml, IDataView train)
{
    var counts = ml.Data.CountClasses(train, "Label");
    var balanced = ml.Data.Oversample(train, "Label", seed: 1);
    var weighed = ml.Data.{|BALG0203:AddClassWeights|}(balanced, "Label", _ => ClassWeights.Balanced(counts));
    return ml.BinaryClassification.Trainers.FastTree(exampleWeightColumnName: "Weight").Fit(weighed);
}
//- ML.NET, fine: UnbalancedSets counts the rows it is given, which are balanced
static object Train(MLContext ml, IDataView train)
{
    var options = new Microsoft.ML.Trainers.LightGbm.LightGbmBinaryTrainer.Options { UnbalancedSets = true };
    return ml.BinaryClassification.Trainers.LightGbm(options).Fit(ml.Data.Oversample(train, "Label", seed: 1));
}
//- ML.NET, fine: weight of the positive class on the rows as they are
static object Train(MLContext ml, IDataView data)
{
    var split = ml.Data.StratifiedTrainTestSplit(data, "Label", testFraction: 0.2, seed: 1);
    var options = new Microsoft.ML.Trainers.SdcaLogisticRegressionBinaryTrainer.Options { PositiveInstanceWeight = 25 };
    var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression(options).Fit(split.TrainSet);
    return ml.BinaryClassification.EvaluateImbalanced(model.Transform(split.TestSet));
}
//- ML.NET, fine: two trainers, each with one correction
static object Train(MLContext ml, IDataView train)
{
    var options = new Microsoft.ML.Trainers.LightGbm.LightGbmBinaryTrainer.Options { WeightOfPositiveExamples = 10 };
    var weighing = ml.BinaryClassification.Trainers.LightGbm(options).Fit(train);
    var oversampled = ml.BinaryClassification.Trainers.LightGbm().Fit(ml.Data.Oversample(train, "Label", seed: 1));
    return (weighing, oversampled);
}
//- ML.NET, fine: a model of balanced rows makes a feature of rows as they are
static object Train(MLContext ml, IDataView train)
{
    var first = ml.BinaryClassification.Trainers.FastTree().Fit(ml.Data.Oversample(train, "Label", seed: 1));
    var options = new Microsoft.ML.Trainers.LightGbm.LightGbmBinaryTrainer.Options { WeightOfPositiveExamples = 10, FeatureColumnName = "Score" };
    return ml.BinaryClassification.Trainers.LightGbm(options).Fit(first.Transform(train));
}
//- ML.NET, fine: the weight column is another one
static object Train(MLContext ml, IDataView train)
{
    var weighed = ml.Data.AddClassWeights(train, "Label", counts => ClassWeights.Balanced(counts));
    var options = new Microsoft.ML.Trainers.FastTree.FastTreeBinaryTrainer.Options { UnbalancedSets = true, ExampleWeightColumnName = "Survey" };
    return ml.BinaryClassification.Trainers.FastTree(options).Fit(weighed);
}
//- ML.NET, fine: the switch is off
static object Train(MLContext ml, IDataView train)
{
    var weighed = ml.Data.AddClassWeights(train, "Label", counts => ClassWeights.Balanced(counts));
    var options = new Microsoft.ML.Trainers.FastTree.FastTreeBinaryTrainer.Options { UnbalancedSets = false, ExampleWeightColumnName = "Weight" };
    return ml.BinaryClassification.Trainers.FastTree(options).Fit(weighed);
}
//- ML.NET, fine: the rare class counts for less
static object Train(MLContext ml, IDataView train)
{
    var options = new Microsoft.ML.Trainers.LightGbm.LightGbmBinaryTrainer.Options { WeightOfPositiveExamples = 0.5 };
    return ml.BinaryClassification.Trainers.LightGbm(options).Fit(ml.Data.Oversample(train, "Label", seed: 1));
}
//- ML.NET, fine: an epoch that is only shuffled
static object Train(MLContext ml, IndexedDataset<Cat> cats)
{
    var epoch = cats.ToDataView(columns => columns.BinaryLabel("Birman", "Label"), cats.RandomSampler(1), epoch: 0);
    var options = new Microsoft.ML.Trainers.LightGbm.LightGbmBinaryTrainer.Options { WeightOfPositiveExamples = 10 };
    return ml.BinaryClassification.Trainers.LightGbm(options).Fit(epoch);
}
//- ML.NET, fine: weights of balanced rows by their own counts
static object Train(MLContext ml, IDataView train)
{
    var balanced = ml.Data.Oversample(train, "Label", seed: 1);
    var counts = ml.Data.CountClasses(balanced, "Label");
    var weighed = ml.Data.AddClassWeights(balanced, "Label", _ => ClassWeights.Balanced(counts));
    return ml.BinaryClassification.Trainers.FastTree(exampleWeightColumnName: "Weight").Fit(weighed);
}
