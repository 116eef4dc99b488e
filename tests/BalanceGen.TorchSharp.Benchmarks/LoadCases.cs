using TorchSharp;

namespace BalanceGen.TorchSharp.Benchmarks;

/// <summary>The same batches by hand, by the package and by TorchSharp's loader.</summary>
internal static class LoadCases
{
    public static IReadOnlyList<LoadCase> Of(IndexedDataset<Picture> data, int batchSize)
    {
        BalancedSampler sampler = data.BalancedSampler(seed: 1);
        Batches<Picture> batches = data.Batches(sampler, batchSize);
        return
        [
            new("frombuffer, by hand", epoch => ByHand(batches.Epoch(epoch))),
            new("ToTensors, no workers", epoch => ByPackage(batches.Epoch(epoch), workers: 0)),
            new("ToTensors, 1 worker", epoch => ByPackage(batches.Epoch(epoch), workers: 1)),
            new("ToTensors, 2 workers", epoch => ByPackage(batches.Epoch(epoch), workers: 2)),
            new("DataLoader, 1 worker", epoch => ByDataLoader(data, sampler, batchSize, workers: 1)),
            new("DataLoader, 2 workers", epoch => ByDataLoader(data, sampler, batchSize, workers: 2)),
        ];
    }

    private static long ByHand(Batches<Picture> batches)
    {
        long rows = 0;
        foreach (Batch<Picture> batch in batches)
        {
            var pixels = new float[batch.Count * Picture.PixelCount];
            var labels = new long[batch.Count];
            for (int place = 0; place < batch.Count; place++)
            {
                ref readonly Picture picture = ref batch[place];
                picture.Pixels.CopyTo(pixels, place * Picture.PixelCount);
                labels[place] = (long)picture.Parity;
            }

            using torch.Tensor flat = torch.frombuffer(pixels, torch.ScalarType.Float32);
            using torch.Tensor input = flat.view(batch.Count, 1, 28, 28);
            using torch.Tensor target = torch.frombuffer(labels, torch.ScalarType.Int64);
            rows += input.size(0);
        }

        return rows;
    }

    private static long ByPackage(Batches<Picture> batches, int workers)
    {
        long rows = 0;
        foreach (TensorBatch batch in batches.ToTensors<Picture, float>(
            [1, 28, 28], (in Picture picture, Span<float> x) => picture.Pixels.CopyTo(x), new TensorLoadOptions { Workers = workers }))
        {
            rows += batch.Input.size(0);
        }

        return rows;
    }

    private static long ByDataLoader(IndexedDataset<Picture> data, Sampler sampler, int batchSize, int workers)
    {
        long rows = 0;
        using BalancedDataLoader loader = data.ToDataLoader(sampler, batchSize, picture => torch.tensor(picture.Pixels, 1, 28, 28), workers: workers);
        foreach (Dictionary<string, torch.Tensor> batch in loader)
        {
            rows += batch["data"].size(0);
        }

        return rows;
    }
}
