using DermSchedule.Data;
using DermSchedule.Kernel;
using DermSchedule.Practices;

namespace DermSchedule.Web.Demo;

/// <summary>Founds one invented practice through the doors that set-up, settings and the desk use.</summary>
internal sealed class DemoFounding(ScheduleDb db, PracticeDirectory directory, Founding founding, DemoHouse house, DemoPeople people, DemoCalendar calendar)
{
    /// <summary>Does nothing when the practice's first clinic is there already, whatever became of it since.</summary>
    public async Task Plant(DemoPractice practice, CancellationToken ct)
    {
        if (await directory.EnterBySlug(practice.Clinics[0].Slug, ct))
        {
            return;
        }

        var whole = await db.Write<Done>(
            async () =>
            {
                founding.Found(practice.Name);
                await db.SaveChangesAsync(ct);
                var places = await house.Furnish(practice, ct);
                await people.Hire(practice, ct);
                var patients = await people.Register(practice, ct);
                await calendar.Fill(practice, places, patients, ct);
                return Done.Instance;
            },
            ct);

        if (whole.IsRefused(out var refusal))
        {
            throw DemoRefused.By(refusal);
        }
    }
}

/// <summary>The demo tells the doors something they refuse: a bug of the demo.</summary>
internal static class DemoRefused
{
    /// <summary>The answer of a door, stored at once so that the next door sees it.</summary>
    public static async Task<T> Planted<T>(this ScheduleDb db, Result<T> answered, CancellationToken ct)
        where T : notnull
    {
        if (answered.IsRefused(out var refusal, out var answer))
        {
            throw By(refusal);
        }

        await db.SaveChangesAsync(ct);
        return answer;
    }

    public static InvalidOperationException By(Refusal refusal)
    {
        var fields = refusal.Members.GetValueOrDefault("errors") is IReadOnlyDictionary<string, string[]> errors ? string.Join(", ", errors.Keys) : "";
        return new InvalidOperationException($"The demo data was refused ({refusal.Code}): {refusal.Detail} {fields}");
    }
}
