//- resume is discarded
static void Train(BalancedSampler sampler, SamplerState state) { sampler.{|BALG0207:ResumeFrom|}(state); foreach (int row in sampler) { Console.WriteLine(row); } }
//- epoch is discarded
static void Train(IndexedDataset<Cat> cats) { var b = cats.Batches(cats.BalancedSampler(1), 10); b.{|BALG0207:Epoch|}(3); foreach (var batch in b) { Console.WriteLine(batch.Count); } }
//- resumed batches are discarded
static void Train(IndexedDataset<Cat> cats, SamplerState state)
{
    var batches = cats.Batches(cats.BalancedSampler(1), 10);
    batches.{|BALG0207:ResumeFrom|}(state);
    foreach (var batch in batches) { Console.WriteLine(batch.Count); }
}
//- state is discarded
static void Save(Sampler sampler, long draw) => Run(() => { sampler.{|BALG0207:StateAt|}(draw); });
static void Run(Action action) => action();
//- inside of an if
static void Train(Sampler sampler, SamplerState? state) { if (state is { } saved) sampler.{|BALG0207:ResumeFrom|}(saved); foreach (int row in sampler) { Console.WriteLine(row); } }
//- resumed
static void Train(IndexedDataset<Cat> cats, SamplerState state) { var batches = cats.Batches(cats.BalancedSampler(1), 10); foreach (var batch in batches.ResumeFrom(state)) { Console.WriteLine(batch.Count); } }
//- assigned
static void Train(IndexedDataset<Cat> cats, SamplerState state) { var batches = cats.Batches(cats.BalancedSampler(1), 10); batches = batches.ResumeFrom(state); foreach (var batch in batches) { Console.WriteLine(batch.Count); } }
//- draw number is used
static int Row(Sampler sampler, SamplerState state) => sampler.RowAt(sampler.ResumeFrom(state));
//- state is checked only
static bool Fits(Sampler sampler, SamplerState state) { try { _ = sampler.ResumeFrom(state); return true; } catch (SamplerStateMismatchException) { return false; } }
//- saved
static void Save(Sampler sampler, long draw) => System.IO.File.WriteAllText("state.json", sampler.StateAt(draw).ToJson());
