using System.Globalization;
using System.Text.Json;
using DermSchedule.Tests.Infrastructure;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Benchmarks;

/// <summary>Search, booking, mixed load, same-slot race, start and memory of the real server (performance.md a–c, e), each beside the ceiling of the same run.</summary>
internal sealed class ServerBench(string root, PostgresCluster? cluster)
{
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(8);

    public static async Task<int> Run(string what, bool postgres)
    {
        var root = Directory.CreateTempSubdirectory("dermschedule-bench-");

        try
        {
            await new ServerBench(root.FullName, postgres ? await PostgresCluster.Start(PostgresCluster.Durable) : null).Run(what);
            return 0;
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private async Task Run(string what)
    {
        await Ceiling();

        if (what is "search" or "all")
        {
            foreach (var (name, ahead, past) in new[] { ("D0", false, 0), ("D1", true, 20_000), ("D2", true, 200_000) })
            {
                await Search(name, ahead, past);
            }
        }

        if (what is "booking" or "all")
        {
            await Booking();
        }

        if (what is "race" or "all")
        {
            await Race(servers: 1);

            if (cluster is not null)
            {
                await Race(servers: 2);
            }
        }
    }

    private async Task Ceiling()
    {
        var store = await BenchStore.Create(Path.Combine(root, "ceiling"), cluster);
        await using var server = await ServerProcess.Ceiling(store);
        var load = new LoadGenerator(server.Port);
        var sample = "{\"timeZone\":\"America/New_York\",\"days\":[" + string.Join(',', Enumerable.Repeat("{\"date\":\"2026-12-01\",\"slots\":[{\"start\":\"2026-12-01T09:00:00-05:00\",\"end\":\"2026-12-01T09:30:00-05:00\",\"providerId\":\"01a21074-3203-7000-8de0-932c19c75a06\"}]}", 48)) + "]}";
        await load.One(LoadGenerator.Post("/prebuilt", sample));
        await Say("ceiling: prebuilt JSON", server, load, 8, _ => LoadGenerator.Get("/json"));
        var days = Enumerable.Range(0, 60).Select(day => LoadGenerator.Get(string.Create(CultureInfo.InvariantCulture, $"/day/{day}"))).ToArray();
        await Say("ceiling: one indexed query", server, load, 8, i => days[i % days.Length]);
        await Say("ceiling: one durable insert", server, load, 8, _ => LoadGenerator.Post("/insert", "{\"patient\":\"about as long as a booking is, in bytes that have to be written\"}"));
    }

    private async Task Search(string name, bool ahead, int past)
    {
        var (seed, store) = await Planted(name, ahead, past);
        await using var server = await ServerProcess.Product(store);
        var load = new LoadGenerator(server.Port);
        var days = Weekdays(40);
        var requests = days.Select(day => LoadGenerator.Get(Availability(seed, day, day))).ToArray();
        var idle = server.ResidentKilobytes;
        await Say($"(a) search {name}", server, load, 8, i => requests[i % requests.Length]);
        var month = LoadGenerator.Get(Availability(seed, days[0], days[0].PlusDays(30)));
        await Say($"(a30) 30 days {name}, 1 connection", server, load, 1, _ => month);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"(e) {name}: start to first 200 {server.Started.TotalMilliseconds:0} ms, RSS idle {idle / 1024} MiB, after load {server.ResidentKilobytes / 1024} MiB"));
    }

    private async Task Booking()
    {
        var (seed, store) = await Planted("B1", ahead: true, past: 20_000);
        await using var server = await ServerProcess.Product(store);
        var load = new LoadGenerator(server.Port);
        var requests = Weekdays(40).Select(day => LoadGenerator.Get(Availability(seed, day, day))).ToArray();
        var next = -1;
        await Say("search alone", server, load, 4, i => requests[i % requests.Length]);
        await Say("(b) booking D1", server, load, 8, _ => Book(seed, Interlocked.Increment(ref next)));
        await Say("(b) booking D1, new patients", server, load, 8, _ => Book(seed, Interlocked.Increment(ref next), newPatient: true));
        var booking = load.Load(8, Measured, _ => Book(seed, Interlocked.Increment(ref next)));
        var search = await load.Load(4, Measured, i => requests[i % requests.Length]);
        Console.WriteLine($"search under booking load     {search}");
        Console.WriteLine($"booking under search load     {await booking}");
    }

    /// <param name="servers">Processes on the one database; the callers are spread over them.</param>
    private async Task Race(int servers)
    {
        var (seed, store) = await Planted(string.Create(CultureInfo.InvariantCulture, $"R{servers}"), ahead: true, past: 0);
        await using var server = await ServerProcess.Product(store);
        await using var second = servers == 2 ? await ServerProcess.Product(store.Beside()) : null;
        var load = second is null ? new LoadGenerator(server.Port) : new LoadGenerator(server.Port, second.Port);
        var slot = 0;

        // A server that has just started compiles while it answers; a clinic's has not. These times come from the far end, the rounds from the near one.
        var warm = seed.Free.Count;
        await load.Load(8, Warm, _ => Book(seed, Interlocked.Decrement(ref warm)));

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
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"(c) same slot, {servers} server(s), N={crowd,3}: {winners.Count} rounds, winners min {winners.Min()} max {winners.Max()}, losers 409 with alternatives {losers.Count}, p50 {At(losers, .5):0.0} p99 {At(losers, .99):0.0} max {losers[^1]:0.0} ms, other answers {others}"));
        }

        static double At(List<double> sorted, double p) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * p))];
    }

    private static async Task Say(string name, ServerProcess server, LoadGenerator load, int connections, Func<int, byte[]?> next)
    {
        await load.Load(connections, Warm, next);
        var before = server.Processor;
        var measured = await load.Load(connections, Measured, next);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-30}{measured}  processor {(server.Processor - before).TotalMicroseconds / measured.Requests:0} µs each"));
    }

    private async Task<(ClinicSeed Seed, BenchStore Store)> Planted(string name, bool ahead, int past)
    {
        var store = await BenchStore.Create(Path.Combine(root, name), cluster);
        var seed = new ClinicSeed(store);
        await seed.Plant(ahead, past);
        return (seed, store);
    }

    private static LocalDate[] Weekdays(int count) =>
        [.. Enumerable.Range(1, 100).Select(i => ClinicSeed.Today.PlusDays(i)).Where(day => day.DayOfWeek < IsoDayOfWeek.Saturday).Take(count)];

    private static string Availability(ClinicSeed seed, LocalDate from, LocalDate to) =>
        $"/api/v1/clinics/{ClinicSeed.Slug}/availability?appointmentTypeId={seed.Type}&from={LocalDatePattern.Iso.Format(from)}&to={LocalDatePattern.Iso.Format(to)}&patientKind=established";

    /// <summary>A booking of the i-th free time by somebody the practice knows, or by somebody it must write down first.</summary>
    private static byte[] Book(ClinicSeed seed, int i, bool newPatient = false)
    {
        var (provider, start) = seed.Free[i % seed.Free.Count];
        var person = ClinicSeed.Person(i % ClinicSeed.People);
        return LoadGenerator.Post($"/api/v1/clinics/{ClinicSeed.Slug}/appointments", JsonSerializer.Serialize(new
        {
            appointmentTypeId = seed.Type.Value,
            providerId = provider.Value,
            start = InstantPattern.General.Format(start),
            patientKind = "new",
            smsConsent = true,
            patient = new
            {
                firstName = person.FirstName,
                lastName = newPatient ? Letters(i) : person.LastName,
                dateOfBirth = LocalDatePattern.Iso.Format(person.DateOfBirth),
                phone = person.Phone!.Value.E164,
            },
        }));
    }

    /// <summary>Another name for every number: digits do not count in a name.</summary>
    private static string Letters(int i) => string.Concat(i.ToString("00000000", CultureInfo.InvariantCulture).Select(digit => (char)('a' + (digit - '0'))));
}
