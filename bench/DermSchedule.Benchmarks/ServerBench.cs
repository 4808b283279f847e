using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Benchmarks;

/// <summary>Search, booking, mixed load, same-slot race, start and memory of the real server (performance.md a–c, e), each beside the ceiling of the same run.</summary>
internal static class ServerBench
{
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(8);

    public static async Task<int> Run(string what)
    {
        var root = Directory.CreateTempSubdirectory("dermschedule-bench-");

        try
        {
            await Ceiling(root.FullName);

            if (what is "search" or "all")
            {
                foreach (var (name, ahead, past) in new[] { ("D0", false, 0), ("D1", true, 20_000), ("D2", true, 200_000) })
                {
                    await Search(root.FullName, name, ahead, past);
                }
            }

            if (what is "booking" or "all")
            {
                await Booking(root.FullName);
            }

            if (what is "race" or "all")
            {
                await Race(root.FullName);
            }

            return 0;
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static async Task Ceiling(string root)
    {
        await using var server = await ServerProcess.Ceiling(root);
        var load = new LoadGenerator(server.Port);
        var sample = "{\"timeZone\":\"America/New_York\",\"days\":[" + string.Join(',', Enumerable.Repeat("{\"date\":\"2026-12-01\",\"slots\":[{\"start\":\"2026-12-01T09:00:00-05:00\",\"end\":\"2026-12-01T09:30:00-05:00\",\"providerId\":\"01a21074-3203-7000-8de0-932c19c75a06\"}]}", 48)) + "]}";
        await load.One(LoadGenerator.Post("/prebuilt", sample));
        await Say("ceiling: prebuilt JSON", server, load, 8, _ => LoadGenerator.Get("/json"));
        await Say("ceiling: one durable insert", server, load, 8, _ => LoadGenerator.Post("/insert", "{\"patient\":\"about as long as a booking is, in bytes that have to be written\"}"));
    }

    private static async Task Search(string root, string name, bool ahead, int past)
    {
        var (seed, directory) = await Planted(root, name, ahead, past);
        await using var server = await ServerProcess.Product(directory, seed.KeyFile);
        var load = new LoadGenerator(server.Port);
        var days = Weekdays(40);
        var requests = days.Select(day => LoadGenerator.Get(Availability(seed, day, day))).ToArray();
        var idle = server.ResidentKilobytes;
        await Say($"(a) search {name}", server, load, 8, i => requests[i % requests.Length]);
        var month = LoadGenerator.Get(Availability(seed, days[0], days[0].PlusDays(30)));
        await Say($"(a30) 30 days {name}, 1 connection", server, load, 1, _ => month);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"(e) {name}: start to first 200 {server.Started.TotalMilliseconds:0} ms, RSS idle {idle / 1024} MiB, after load {server.ResidentKilobytes / 1024} MiB"));
    }

    private static async Task Booking(string root)
    {
        var (seed, directory) = await Planted(root, "B1", ahead: true, past: 20_000);
        await using var server = await ServerProcess.Product(directory, seed.KeyFile);
        var load = new LoadGenerator(server.Port);
        var requests = Weekdays(40).Select(day => LoadGenerator.Get(Availability(seed, day, day))).ToArray();
        var next = -1;
        await Say("search alone", server, load, 4, i => requests[i % requests.Length]);
        await Say("(b) booking D1", server, load, 8, _ => Book(seed, Interlocked.Increment(ref next)));
        var booking = load.Load(8, Measured, _ => Book(seed, Interlocked.Increment(ref next)));
        var search = await load.Load(4, Measured, i => requests[i % requests.Length]);
        Console.WriteLine($"search under booking load     {search}");
        Console.WriteLine($"booking under search load     {await booking}");
    }

    private static async Task Race(string root)
    {
        var (seed, directory) = await Planted(root, "R1", ahead: true, past: 0);
        await using var server = await ServerProcess.Product(directory, seed.KeyFile);
        var load = new LoadGenerator(server.Port);
        var slot = 0;

        foreach (var crowd in new[] { 2, 5, 10, 50, 100 })
        {
            var winners = new List<int>();
            var losers = new List<double>();
            var others = 0;

            for (var round = 0; round < 60; round++)
            {
                var mine = slot++;
                var answers = await load.AtOnce([.. Enumerable.Range(0, crowd).Select(_ => Book(seed, mine))]);
                winners.Add(answers.Count(answer => answer.Answer.Status == 201));
                losers.AddRange(answers.Where(answer => answer.Answer.Status == 409 && answer.Answer.Body.AsSpan().IndexOf("alternatives"u8) > 0).Select(answer => answer.Microseconds / 1000));
                others += answers.Count(answer => answer.Answer.Status is not (201 or 409));
            }

            losers.Sort();
            var p99 = losers[Math.Min(losers.Count - 1, (int)(losers.Count * .99))];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"(c) same slot N={crowd,3}: {winners.Count} rounds, winners min {winners.Min()} max {winners.Max()}, losers 409 with alternatives {losers.Count}, p99 {p99:0.0} ms, other answers {others}"));
        }
    }

    private static async Task Say(string name, ServerProcess server, LoadGenerator load, int connections, Func<int, byte[]?> next)
    {
        await load.Load(connections, Warm, next);
        var before = server.Processor;
        var measured = await load.Load(connections, Measured, next);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-30}{measured}  processor {(server.Processor - before).TotalMicroseconds / measured.Requests:0} µs each"));
    }

    private static async Task<(ClinicSeed Seed, string Directory)> Planted(string root, string name, bool ahead, int past)
    {
        var directory = Path.Combine(root, name);
        var seed = new ClinicSeed(directory);
        await seed.Plant(ahead, past);
        return (seed, directory);
    }

    private static LocalDate[] Weekdays(int count) =>
        [.. Enumerable.Range(1, 100).Select(i => ClinicSeed.Today.PlusDays(i)).Where(day => day.DayOfWeek < IsoDayOfWeek.Saturday).Take(count)];

    private static string Availability(ClinicSeed seed, LocalDate from, LocalDate to) =>
        $"/api/v1/clinics/{ClinicSeed.Slug}/availability?appointmentTypeId={seed.Type}&from={LocalDatePattern.Iso.Format(from)}&to={LocalDatePattern.Iso.Format(to)}&patientKind=established";

    private static byte[] Book(ClinicSeed seed, int i)
    {
        var (provider, start) = seed.Free[i % seed.Free.Count];
        return LoadGenerator.Post($"/api/v1/clinics/{ClinicSeed.Slug}/appointments", JsonSerializer.Serialize(new
        {
            appointmentTypeId = seed.Type.Value,
            providerId = provider.Value,
            start = InstantPattern.General.Format(start),
            patientKind = "new",
            smsConsent = true,
            patient = new { firstName = "Bench", lastName = "Person" + i.ToString(CultureInfo.InvariantCulture), dateOfBirth = "1980-01-02", phone = "(212) 555-0140" },
        }));
    }
}
