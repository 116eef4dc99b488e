using BalanceGen.ML.Tests.Contract;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace BalanceGen.ML.Tests.Views;

/// <summary>Trains nothing and writes down which rows it was shown; it predicts the label itself.</summary>
internal sealed class RecordingEstimator(MLContext context) : IEstimator<ITransformer>
{
    public List<HashSet<int>> Trained { get; } = [];

    public List<List<int>> Tested { get; } = [];

    /// <summary>A view with the label as its prediction.</summary>
    public static IDataView Predicted(MLContext context, IDataView view) => context.Transforms.CopyColumns("PredictedLabel", "Label").Fit(view).Transform(view);

    public ITransformer Fit(IDataView input)
    {
        Trained.Add([.. RowReader.Column<int>(input, "Number")]);
        return new Recorder(context, this);
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema;

    private sealed class Recorder(MLContext context, RecordingEstimator owner) : ITransformer
    {
        public bool IsRowToRowMapper => false;

        public IDataView Transform(IDataView input)
        {
            owner.Tested.Add(RowReader.Column<int>(input, "Number"));
            return Predicted(context, input);
        }

        public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => throw new NotSupportedException();

        public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => throw new NotSupportedException();

        void ICanSaveModel.Save(ModelSaveContext ctx) => throw new NotSupportedException();
    }
}
