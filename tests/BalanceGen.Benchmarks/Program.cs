using BalanceGen.Benchmarks;

// "stream [million rows]": streaming operators beside a loop by hand and Python. "loader": cost of a batch, overlap of slow decoders.
switch (args)
{
    case ["stream", ..]:
        StreamMeasurement.Run(args[1..]);
        return 0;
    case ["loader"]:
        await LoaderMeasurement.RunAsync();
        return 0;
}

return 0;
