using BalanceGen;
using BalanceGen.Loading;
using Spectre.Console;

namespace Cats.Features;

/// <summary>Runs the network over all photos, view by view, by the library's own loader.</summary>
internal static class FeatureExtraction
{
    private const int BatchSize = 16;

    /// <summary>The features of all photos, from the cache where they are there.</summary>
    public static async Task<FeatureTable> RunAsync(PhotoFolder photos, FeatureCache cache, int augmentedViews)
    {
        var views = new float[1 + augmentedViews][];
        var missing = new List<int>();
        for (int view = 0; view < views.Length; view++)
        {
            views[view] = cache.Find(photos, view)!;
            if (views[view] is null)
            {
                missing.Add(view);
            }
        }

        if (missing.Count > 0)
        {
            await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(async progress =>
            {
                ProgressTask task = progress.AddTask("Features of the photos", maxValue: (double)missing.Count * photos.Files.Length);
                using var network = new ResNet18();
                foreach (int view in missing)
                {
                    views[view] = await FeaturesAsync(photos, network, view, task).ConfigureAwait(false);
                    cache.Save(photos, view, views[view]);
                }
            }).ConfigureAwait(false);
        }

        return new FeatureTable(photos.Animals, ResNet18.Dimensions, views);
    }

    private static async Task<float[]> FeaturesAsync(PhotoFolder photos, ResNet18 network, int view, ProgressTask task)
    {
        IndexedDataset<Animal> all = Animal.Classes.Index(photos.Animals);
        var features = new float[photos.Files.Length * ResNet18.Dimensions];
        Batches<Animal> batches = all.Batches(all.SequentialSampler(), BatchSize);
        await foreach (LoadedBatch<float[]> batch in batches.LoadAsync(animal => network.Features(PhotoReader.Read(photos.Files[animal.Number], ViewOf(animal.Number, view)))).ConfigureAwait(false))
        {
            for (int place = 0; place < batch.Rows.Length; place++)
            {
                batch.Rows.Span[place].CopyTo(features, (int)batch.RowNumbers.Span[place] * ResNet18.Dimensions);
            }

            task.Increment(batch.Rows.Length);
        }

        return features;
    }

    private static PhotoView ViewOf(int number, int view) => view == 0 ? PhotoView.Plain : PhotoView.Random(((ulong)view << 32) | (uint)number);
}
