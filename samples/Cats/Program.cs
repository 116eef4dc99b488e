using Cats.Features;

PhotoFolder photos = PhotoFolder.Open(args[0], "Abyssinian", "Bengal");
await FeatureExtraction.RunAsync(photos, new FeatureCache(args[1]), int.Parse(args[2]));
