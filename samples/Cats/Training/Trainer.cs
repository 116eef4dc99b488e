using BalanceGen;
using BalanceGen.Evaluation;
using BalanceGen.Sampling;
using BalanceGen.TorchSharp;
using BalanceGen.Weights;
using Cats.Features;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Cats.Training;

/// <summary>Trains the last layer on the features of the pictures: AdamW, cosine decay.</summary>
internal sealed class Trainer(FeatureTable pictures, Settings settings)
{
    /// <summary>The encoding is a copy of 512 numbers: workers would cost more than they save.</summary>
    private static readonly TensorLoadOptions Inline = new() { Workers = 0 };

    /// <summary>Trains once.</summary>
    public RunResult Run(Method method, int seed)
    {
        random.manual_seed(seed);
        Partition partition = Partition.Choose(pictures, settings, seed);
        Sampler sampler = SamplerOf(method.Drawing, partition.Training, seed);
        TensorBatches<Animal> batches = Tensors(partition.Training, sampler, settings.BatchSize, method.Augmented);

        using Linear model = nn.Linear(pictures.Dimensions, 2);
        using SingleLabelLoss loss = LossOf(method.Loss, partition.Training.Counts);
        using optim.Optimizer optimizer = optim.AdamW(model.parameters(), settings.LearningRate, weight_decay: settings.WeightDecay);
        optim.lr_scheduler.LRScheduler decay = optim.lr_scheduler.CosineAnnealingLR(optimizer, settings.Epochs);
        var scores = new List<EpochScore>();
        for (int epoch = 0; epoch < settings.Epochs; epoch++)
        {
            (loss as LdamLoss)?.BeginEpoch(epoch);
            foreach (TensorBatch batch in batches.Epoch(epoch))
            {
                using DisposeScope step = NewDisposeScope();
                optimizer.zero_grad();
                loss.call(model.call(batch.Input), batch.Target).backward();
                optimizer.step();
            }

            decay.step();
            scores.Add(Judge(model, partition.Validation, null, out _));
        }

        Judge(model, partition.Validation, null, out double error);
        using var correction = new PosteriorCorrectionLayer(CorrectionOf(method, sampler, partition.Training.Counts));
        EpochScore corrected = Judge(model, partition.Validation, correction, out double correctedError);
        return new RunResult(scores, corrected, error, correctedError);
    }

    /// <summary>The sampler of a method.</summary>
    public static Sampler SamplerOf(DrawMode drawing, IndexedDataset<Animal> training, int seed) => drawing switch
    {
        DrawMode.Weighted => training.WeightedRandomSampler(seed),
        DrawMode.Balanced => training.BalancedSampler(seed),
        _ => training.RandomSampler(seed),
    };

    private TensorBatches<Animal> Tensors(IndexedDataset<Animal> part, Sampler sampler, int batchSize, bool augmented) => part.Batches(sampler, batchSize).ToTensors<Animal, float>(
        [pictures.Dimensions],
        (in Animal animal, DrawContext context, Span<float> features) =>
            (augmented ? pictures.OfVisit(animal.Number, context.Visit) : pictures.Of(animal.Number, view: 0)).CopyTo(features),
        Inline);

    private EpochScore Judge(Linear model, IndexedDataset<Animal> validation, PosteriorCorrectionLayer? correction, out double calibrationError)
    {
        var matrix = new ConfusionMatrix(validation.Classes);
        var calibration = new CalibrationTable(validation.Classes, ofClass: (int)Rarity.Rare);
        using (no_grad())
        {
            foreach (TensorBatch batch in Tensors(validation, validation.SequentialSampler(), batchSize: 80, augmented: false))
            {
                using DisposeScope scope = NewDisposeScope();
                Tensor logits = model.call(batch.Input);
                logits = correction is null ? logits : correction.call(logits);
                matrix.AddScores(logits, batch.Target);
                calibration.Add(nn.functional.softmax(logits, 1), batch.Target);
            }
        }

        calibrationError = calibration.ExpectedCalibrationError;
        return EpochScore.Of(matrix);
    }

    private SingleLabelLoss LossOf(LossChoice loss, ClassCounts counts) => loss switch
    {
        LossChoice.Weighted => new WeightedCrossEntropyLoss(ClassWeights.Balanced(counts), LossReduction.SumOverBatchSize),
        LossChoice.Focal => new FocalLoss(gamma: 2),
        LossChoice.LogitAdjusted => new LogitAdjustedLoss(LogitPriors.Of(counts)),
        LossChoice.ClassBalanced => new ClassBalancedLoss(counts, beta: 0.99),
        LossChoice.Ldam => new LdamLoss(counts, maxMargin: 2, scale: 1, new DeferredWeights(ClassWeights.EffectiveNumber(counts, 0.99), settings.Epochs * 4 / 5)),
        _ => new WeightedCrossEntropyLoss(null, LossReduction.SumOverBatchSize),
    };

    /// <summary>From the shares that the training amounted to, to those of the validation, which are equal.</summary>
    private static PosteriorCorrection CorrectionOf(Method method, Sampler sampler, ClassCounts counts)
    {
        PosteriorCorrection ofDraws = sampler switch
        {
            WeightedRandomSampler weighted => weighted.Plan.CorrectionTo(TargetDistribution.Uniform),
            BalancedSampler balanced => balanced.Plan.CorrectionTo(TargetDistribution.Uniform),
            _ => PosteriorCorrection.Of(counts, TargetDistribution.AsSource, TargetDistribution.Uniform),
        };
        return method.Loss switch
        {
            LossChoice.Weighted => ofDraws.AfterClassWeights(ClassWeights.Balanced(counts)),
            LossChoice.ClassBalanced => ofDraws.AfterClassWeights(ClassWeights.EffectiveNumber(counts, 0.99)),
            LossChoice.LogitAdjusted => ofDraws.AfterLogitPriors(LogitPriors.Of(counts)),
            _ => ofDraws,
        };
    }
}
