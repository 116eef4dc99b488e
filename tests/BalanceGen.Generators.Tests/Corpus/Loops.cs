namespace Corpus;

/// <summary>Loops in loops, seeds, states and weights of other libraries.</summary>
public sealed class Loops
{
    private readonly Queue<int> _pending = new();

    public int Repeat(int[] items)
    {
        int sum = 0;
        for (int epoch = 0; epoch < 10; epoch++)
        {
            foreach (int item in items)
            {
                sum += item;
            }
        }

        while (_pending.TryDequeue(out int next))
        {
            foreach (int item in Enumerable.Range(0, next))
            {
                sum += new Random(42).Next(item + 1);
            }
        }

        return sum;
    }

    public async Task<int> ReadAsync(Stream stream, CancellationToken token)
    {
        var buffer = new byte[4096];
        int total = 0;
        int read;
        while ((read = await stream.ReadAsync(buffer, token)) > 0)
        {
            total += read;
        }

        return total;
    }

    public void ResumeFrom(Sampler sampler, int state) => sampler.ResumeFrom(state);

    public void Fit(Sampler sampler, double[] weights)
    {
        sampler.Weigh(sampleWeights: weights);
        sampler.Weigh(new double[] { 1, 2, 3 });
        sampler.StateAt(7);
        foreach (int row in sampler.Epoch(3))
        {
            _pending.Enqueue(row);
        }
    }

    /// <summary>A class of the user's own with the names of the library's members.</summary>
    public sealed class Sampler
    {
        public int Position { get; private set; }

        public void ResumeFrom(int state) => Position = state;

        public void StateAt(int state) => Position = state;

        public IEnumerable<int> Epoch(int number) => Enumerable.Range(number, Position);

        public void Weigh(IReadOnlyList<double> sampleWeights) => Position += sampleWeights.Count;
    }
}
