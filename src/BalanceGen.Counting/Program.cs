using BalanceGen.Counting;

// One argument: the request that the package's targets wrote. Errors go to standard output in MSBuild's format.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (args.Length != 1)
{
    Console.WriteLine("BalanceGen.Counting : error BALG0304: expected one argument, the path of a counting request");
    return 2;
}

// The exit code is not 1, because the host returns 1 if there is no such tool.
return CountingRun.Run(args[0], Console.Out, typeof(CountingRun).Assembly.Location) ? 0 : 2;
