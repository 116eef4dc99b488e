using BalanceGen.Counting;
using BalanceGen.Counting.Parquet;

// One argument: the request that the targets of BalanceGen wrote. Errors go to standard output in MSBuild's format.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (args.Length != 1)
{
    Console.WriteLine("BalanceGen.Counting.Parquet : error BALG0304: expected one argument, the path of a counting request");
    return 2;
}

return CountingRun.Run(args[0], Console.Out, typeof(ColumnFormats).Assembly.Location, further: new ColumnFormats()) ? 0 : 2;
