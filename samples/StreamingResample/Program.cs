using System.CommandLine;
using System.Text;
using Digits.Reports;

namespace StreamingResample;

/// <summary>The repeat-and-filter recipe of tf.data on a real imbalanced stream that is never all in memory.</summary>
public static class Program
{
    /// <summary>
    /// Runs the sample: <c>dotnet run -c Release --project samples/StreamingResample [file.csv --label -1]</c>. Without a file it streams the
    /// pixels of the embedded images.
    /// </summary>
    public static int Main(string[] args)
    {
        var file = new Argument<FileInfo?>("file") { Description = "Comma-separated lines without a header, may be .gz.", Arity = ArgumentArity.ZeroOrOne };
        var label = new Option<int>("--label") { Description = "The label's column from 0; negative from the end.", DefaultValueFactory = _ => -1 };
        var oversampling = new Option<double>("--oversampling") { Description = "Of [0, 1].", DefaultValueFactory = _ => 0.9 };
        var undersampling = new Option<double>("--undersampling") { Description = "Of [0, 1].", DefaultValueFactory = _ => 0.5 };
        var seed = new Option<long>("--seed") { Description = "The seed.", DefaultValueFactory = _ => 42 };
        var command = new RootCommand("Over- and undersamples a stream.") { file, label, oversampling, undersampling, seed };
        command.SetAction(arguments =>
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            var settings = new Settings(arguments.GetValue(oversampling), arguments.GetValue(undersampling), arguments.GetValue(seed));
            var page = new Page(Console.Out);
            if (arguments.GetValue(file) is { } path)
            {
                var lines = new LineStream(path.FullName, arguments.GetValue(label));
                new ResampleReport<LabelledLine, LineIndexer>(page, lines.Read(), new LineIndexer(lines.FindClasses()), settings).Write();
            }
            else
            {
                new ResampleReport<Pixel, Pixel.Classes.Indexer>(page, PixelStream.Read(), default, settings).Write();
            }
        });
        return command.Parse(args).Invoke();
    }
}
