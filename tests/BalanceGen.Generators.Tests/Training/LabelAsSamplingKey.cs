//- stratification that is none
static object Train(MLContext ml, IDataView data)
{
    var split = ml.Data.TrainTestSplit(data, testFraction: 0.2, samplingKeyColumnName: {|BALG0218:"Label"|});
    return ml.MulticlassClassification.Trainers.SdcaMaximumEntropy().Fit(split.TrainSet);
}
//- a column named as the label
static object Train(MLContext ml, IDataView data)
{
    var pipeline = ml.Transforms.Conversion.MapValueToKey("Breed").Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(labelColumnName: "Breed"));
    var split = ml.Data.TrainTestSplit(data, samplingKeyColumnName: {|BALG0218:"Breed"|});
    return pipeline.Fit(split.TrainSet);
}
//- constant
private const string Label = "Label";
static object Folds(MLContext ml, IDataView data) => ml.Data.CrossValidationSplit(data, numberOfFolds: 5, samplingKeyColumnName: {|BALG0218:Label|});
//- cross-validation
static object Validate(MLContext ml, IDataView data, IEstimator<ITransformer> pipeline) =>
    ml.BinaryClassification.CrossValidate(data, pipeline, 5, "Fraud", {|BALG0218:"Fraud"|});
//- fine: group
static object Train(MLContext ml, IDataView data)
{
    var split = ml.Data.TrainTestSplit(data, testFraction: 0.2, samplingKeyColumnName: "PatientId");
    return ml.MulticlassClassification.Trainers.SdcaMaximumEntropy("Label").Fit(split.TrainSet);
}
//- fine: stratified
static object Train(MLContext ml, IDataView data) => ml.Data.StratifiedTrainTestSplit(data, "Label", testFraction: 0.2, seed: 1).TrainSet;
//- fine: no key
static object Train(MLContext ml, IDataView data) => ml.Data.TrainTestSplit(data, testFraction: 0.2, seed: 1).TrainSet;
