using DermSchedule.Benchmarks;

return args switch
{
    ["engine"] => EngineBench.Run(),
    ["search" or "booking" or "race" or "all"] => await ServerBench.Run(args[0], postgres: false),
    ["search" or "booking" or "race" or "all", "--database", "sqlite" or "postgres"] => await ServerBench.Run(args[0], args[2] is "postgres"),
    ["ceiling-server", var directory] => await CeilingServer.Run(directory, null),
    ["ceiling-server", var directory, var postgres] => await CeilingServer.Run(directory, postgres),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project bench/DermSchedule.Benchmarks -- engine | (search | booking | race | all) [--database sqlite | postgres]");
    return 2;
}
