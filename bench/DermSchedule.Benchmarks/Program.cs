using DermSchedule.Benchmarks;

return args switch
{
    ["engine"] => EngineBench.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project bench/DermSchedule.Benchmarks -- engine");
    return 2;
}
