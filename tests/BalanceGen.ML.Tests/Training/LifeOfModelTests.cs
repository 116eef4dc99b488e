using Microsoft.ML;
using Microsoft.ML.Data;

namespace BalanceGen.ML.Tests.Training;

/// <summary>What ML.NET's own tools do with views of rows and models that were trained on them: preview, cache, save, load, predict, validate.</summary>
public sealed class LifeOfModelTests
{
    private static readonly IndexedDataset<Sample> data = Sample.Classes.Index(Sample.Make(300));

    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void A_model_is_saved_loaded_and_names_the_classes_of_single_rows()
    {
        IDataView view = View(data);
        ITransformer trained = Pipeline().Fit(view);
        using var stream = new MemoryStream();
        _context.Model.Save(trained, view.Schema, stream);
        stream.Position = 0;
        ITransformer loaded = new MLContext(seed: 2).Model.Load(stream, out DataViewSchema schema);

        Assert.Equal(["Label", "Features"], schema.Select(column => column.Name));
        Assert.Equal(["X", "Y"], SlotNames(schema));
        using PredictionEngine<Question, Answer> engine = _context.Model.CreatePredictionEngine<Question, Answer>(loaded, inputSchemaDefinition: Definition());
        foreach (Sample row in Sample.Make(36))
        {
            Assert.Equal(row.Grade.ToString(), engine.Predict(new Question { Features = [row.X, row.Y] }).Name);
        }
    }

    [Fact]
    public void A_preview_shows_the_first_rows_and_a_cache_all_of_them()
    {
        IDataView view = View(data);
        DataDebuggerPreview preview = view.Preview(maxRows: 7);
        Assert.Equal((7, 2), (preview.RowView.Length, preview.ColumnView.Length));
        Assert.Equal(data.Rows[6].X, ((VBuffer<float>)preview.RowView[6].Values[1].Value).GetValues()[0]);

        foreach (IDataView source in new[] { view, data.ToDataView(Columns, data.BalancedSampler(seed: 1), epoch: 2), _context.Data.Oversample(view, "Label", seed: 1) })
        {
            IDataView cached = _context.Data.Cache(source);
            for (int pass = 0; pass < 2; pass++)
            {
                Assert.Equal(Contract.RowReader.Column<uint>(source, "Label"), Contract.RowReader.Column<uint>(cached, "Label"));
            }
        }
    }

    [Fact]
    public void The_librarys_own_cross_validation_takes_the_view()
    {
        IReadOnlyList<TrainCatalogBase.CrossValidationResult<MulticlassClassificationMetrics>> folds =
            _context.MulticlassClassification.CrossValidate(View(data), _context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(), numberOfFolds: 3);
        Assert.Equal(3, folds.Count);
        Assert.All(folds, fold => Assert.True(fold.Metrics.MacroAccuracy > 0.9));
    }

    [Fact]
    public void A_pipeline_is_fitted_to_stratified_folds()
    {
        var matrix = new ConfusionMatrix(data.Classes);
        foreach (ViewSplit fold in _context.Data.StratifiedCrossValidationSplit(View(data), "Label", folds: 3, seed: 1))
        {
            ITransformer model = Pipeline().Fit(fold.TrainSet);
            matrix.Merge(_context.MulticlassClassification.CountConfusions(model.Transform(fold.TestSet)));
        }

        Assert.Equal(300, matrix.Rows);
        Assert.True(matrix.ToReport().BalancedAccuracy > 0.9);
    }

    /// <summary>The view itself has none of these troubles; the trainer says what is wrong.</summary>
    [Fact]
    public void No_rows_are_a_view_and_not_a_model()
    {
        IDataView empty = View(Sample.Classes.Index(Array.Empty<Sample>()));
        Assert.Empty(empty.Preview().RowView);
        Assert.Equal(0, empty.GetRowCount());
        Assert.Equal(0, _context.Data.CountClasses(empty).Total);
        Assert.Throws<EmptyDatasetException>(() => _context.Data.Oversample(empty, "Label", seed: 1));
        Assert.Throws<EmptyDatasetException>(() => _context.Data.StratifiedTrainTestSplit(empty, "Label", 0.2, seed: 1));
        Assert.ThrowsAny<Exception>(() => Pipeline().Fit(empty));
    }

    [Fact]
    public void A_label_that_may_be_null_is_a_missing_key()
    {
        MaybeGraded[] rows = [.. Sample.Make(60).Select(row => new MaybeGraded(row.X, row.Number % 5 == 0 ? null : row.Grade))];
        IDataView view = rows.ToDataView(default(MaybeGraded.Classes.Indexer), columns => columns.Label().Vector("Features", 1, (in row, values) => values[0] = row.X));

        Assert.Equal(rows.Select(row => row.Grade is { } grade ? (uint)grade + 1 : 0), Contract.RowReader.Column<uint>(view, "Label"));
        Assert.Equal(48, _context.Data.CountClasses(view).Total);
    }

    private IEstimator<ITransformer> Pipeline() =>
        _context.MulticlassClassification.Trainers.LbfgsMaximumEntropy().Append(_context.Transforms.Conversion.MapKeyToValue("Name", "PredictedLabel"));

    private static IDataView View(IndexedDataset<Sample> rows) => rows.ToDataView(Columns);

    private static void Columns(RowColumns<Sample> columns) => columns.Label().Vector("Features", 2, (in row, values) => (values[0], values[1]) = (row.X, row.Y), ["X", "Y"]);

    private static string[] SlotNames(DataViewSchema schema)
    {
        VBuffer<ReadOnlyMemory<char>> names = default;
        schema["Features"].GetSlotNames(ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }

    /// <summary>The label is a key of which a row to predict has none.</summary>
    private static SchemaDefinition Definition()
    {
        var definition = SchemaDefinition.Create(typeof(Question));
        definition["Label"].ColumnType = new KeyDataViewType(typeof(uint), 3);
        return definition;
    }

    private sealed class Question
    {
        public uint Label { get; set; }

        [VectorType(2)]
        public float[] Features { get; set; } = [];
    }

    private sealed class Answer
    {
        public string Name { get; set; } = "";
    }
}
