using DermSchedule.Benchmarks;

return args switch
{
    ["engine"] => EngineBench.Run(),
    ["search" or "booking" or "race" or "all"] => await ServerBench.Run(args[0]),
    ["ceiling-server", var directory] => await CeilingServer.Run(directory),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project bench/DermSchedule.Benchmarks -- engine | search | booking | race | all");
    return 2;
}
