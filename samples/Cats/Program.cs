using System.CommandLine;
using System.Text;
using Cats.Features;
using Cats.Reports;
using Cats.Training;
using TorchSharp;

namespace Cats;

/// <summary>The experiment that this project started from, on real photos: a pretrained network, two similar breeds, 160 pictures of one and 10 of the other.</summary>
public static class Program
{
    private const string WithoutPhotos =
        """
        No photos: trained on two handwritten numerals instead, which lie in the repository. For cats, download the images of the Oxford-IIIT Pet data set
        (https://www.robots.ox.ac.uk/~vgg/data/pets/, 800 MB, CC BY-SA 4.0) and run
            dotnet run -c Release --project samples/Cats -- --images FOLDER
        with the folder of its .jpg files. The breeds are the beginnings of the file names; --frequent and --rare choose others.
        """;

    /// <summary>Runs the sample: <c>dotnet run -c Release --project samples/Cats -- --images FOLDER</c>.</summary>
    public static async Task<int> Main(string[] args)
    {
        var images = new Option<string?>("--images") { Description = "A folder of the Oxford-IIIT Pet data set's images. Without it digits are used." };
        var frequent = new Option<string>("--frequent") { Description = "The breed with many photos.", DefaultValueFactory = _ => "Abyssinian" };
        var rare = new Option<string>("--rare") { Description = "The breed with few photos.", DefaultValueFactory = _ => "Bengal" };
        var seeds = new Option<int>("--seeds") { Description = "How often each training is repeated.", DefaultValueFactory = _ => 10 };
        var epochs = new Option<int>("--epochs") { Description = "The number of epochs.", DefaultValueFactory = _ => 30 };
        var views = new Option<int>("--views") { Description = "How many augmented views of each picture there are.", DefaultValueFactory = _ => 16 };
        var cache = new Option<string>("--cache") { Description = "Where the features of the photos are kept.", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "balancegen-cats") };
        var plots = new Option<string?>("--plots") { Description = "A folder for the plots, which are SVG files." };
        var losses = new Option<bool>("--losses") { Description = "Compares the losses instead of the samplers." };
        var smoke = new Option<bool>("--smoke") { Description = "A run of seconds that shows that everything works; its numbers mean nothing." };
        var command = new RootCommand("Balanced training on real photos of cats.") { images, frequent, rare, seeds, epochs, views, cache, plots, losses, smoke };
        command.SetAction(async arguments =>
        {
            bool small = arguments.GetValue(smoke);
            bool digits = arguments.GetValue(images) is null;

            // 64 pixels learn with larger steps than 512 features of a trained network.
            var settings = new Settings(Math.Max(1, small ? 2 : arguments.GetValue(seeds)), Math.Max(1, small ? 3 : arguments.GetValue(epochs)), digits ? 0.02 : 0.001);
            int augmentedViews = Math.Max(1, small ? 2 : arguments.GetValue(views));
            try
            {
                FeatureTable pictures = arguments.GetValue(images) is { } folder
                    ? await FeatureExtraction.RunAsync(PhotoFolder.Open(folder, arguments.GetValue(frequent)!, arguments.GetValue(rare)!), new FeatureCache(arguments.GetValue(cache)!), augmentedViews).ConfigureAwait(false)
                    : DigitPictures.Read(augmentedViews);
                Report(pictures, settings, arguments.GetValue(losses) ? Method.OfLosses : Method.OfArticle, arguments.GetValue(plots), digits ? WithoutPhotos : $"Frequent: {arguments.GetValue(frequent)}. Rare: {arguments.GetValue(rare)}.");
                return 0;
            }
            catch (CatsException error)
            {
                await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
                return 1;
            }
        });
        return await command.Parse(args).InvokeAsync().ConfigureAwait(false);
    }

    private static void Report(FeatureTable pictures, Settings settings, IReadOnlyList<Method> methods, string? plots, string pictured)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.WriteLine(pictured);
        Console.WriteLine();

        // One thread: the matrices are small, and the sums come out the same on every machine with these instructions.
        torch.set_num_threads(1);
        Partition example = Partition.Choose(pictures, settings, seed: 0);
        Console.WriteLine($"{settings.Seeds} trainings a method, {settings.Epochs} epochs; validation has {settings.ValidationRows} pictures of each class. Training, seed 0:");
        Console.WriteLine(example.Training.Counts);
        Console.WriteLine();
        IReadOnlyDictionary<Method, RunResult[]> results = Comparison.Run(new Trainer(pictures, settings), methods, settings);
        ResultTable.Write(Console.Out, results);
        ResultTable.WriteMatrices(Console.Out, results);
        if (plots is not null)
        {
            Pictures.Write(plots, example.Training, results, settings);
            Console.WriteLine($"Plots are in {plots}.");
        }
    }
}
