// The number of living tensors is one number for the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
