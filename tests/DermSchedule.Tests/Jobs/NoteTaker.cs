using System.Collections.Concurrent;
using DermSchedule.Audit;
using DermSchedule.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace DermSchedule.Tests.Jobs;

/// <summary>A handler that writes to the database and notes what it saw; it fails on rows whose key begins with "bad".</summary>
internal sealed class NoteTaker(Notes notes, TimeProvider clock, DueRows rows, AuditTrail audit) : IDueHandler
{
    public string Kind => "test.note";

    public Task Handle(DueRow row, CancellationToken ct)
    {
        audit.Record("note.taken", new AuditRecord("note", row.SubjectId));

        if (row.Key.StartsWith("bad", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("This row is bad.");
        }

        notes.Taken.Enqueue(new Note(row.SubjectId, clock.GetCurrentInstant(), rows.PayloadOf(row)));
        return Task.CompletedTask;
    }
}

internal sealed class Notes
{
    public ConcurrentQueue<Note> Taken { get; } = new();
}

internal sealed record Note(Guid Subject, Instant Seen, string? Payload);

internal static class Due
{
    private static readonly Ids Ids = new(TimeProvider.System);

    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<Notes>();
        services.AddScoped<IDueHandler, NoteTaker>();
    }

    public static Task Plans(this TestClinic clinic, int count, Func<int, Instant> due, string key = "note") => clinic.Write<Done>(scope =>
    {
        for (var number = 0; number < count; number++)
        {
            scope.Get<DueRows>().Plan("test.note", $"{key}{number}", Ids.Next<Note>().Value, 1, due(number), $"payload {number}");
        }

        return Task.FromResult<Result<Done>>(Done.Instance);
    });

    /// <summary>A runner of its own, as another node would have.</summary>
    public static DueRunner Runner(this TestClinic clinic) =>
        new(clinic.Services.GetRequiredService<IServiceScopeFactory>(), clinic.Services.GetRequiredService<TimeProvider>(), NullLogger<DueRunner>.Instance);

    public static async Task<int> Drains(this DueRunner runner)
    {
        var all = 0;

        while (await runner.RunDue(CancellationToken.None) is > 0 and var batch)
        {
            all += batch;
        }

        return all;
    }

    public static IReadOnlyList<Note> Notes(this TestClinic clinic) => [.. clinic.Services.GetRequiredService<Notes>().Taken];
}
