using DermSchedule.Data;
using DermSchedule.Practices;

namespace DermSchedule.Triage;

/// <summary>Judges what a visitor said, keeps it, and makes the staff look where they must. The API and the pages come here.</summary>
public sealed class TriageDesk(ScheduleDb db, Catalogs catalogs, RulesInForce rules, TriageConsequences consequences, IUrgentTimes times, TriageWriter writer)
{
    /// <param name="Id">Names the triage.</param>
    /// <param name="Token">Opens it to its author.</param>
    /// <param name="Outcome">What was made of it.</param>
    /// <param name="HasUrgentTime">False where an urgent patient finds no time online.</param>
    /// <param name="Phone">Of the clinic, E.164.</param>
    public sealed record Made(TriageId Id, Token Token, TriageOutcome Outcome, bool HasUrgentTime, string Phone);

    /// <summary>Whether somebody should hear of it today: nobody of those is sent back for form's sake (triage.md 1.4).</summary>
    public async Task<bool> MustNotWait(TriageInput input, CancellationToken ct) => Assess.Of(await rules.Current(ct), input.Sheet).Disposition >= Disposition.SameDay;

    /// <summary>No urgent time is left for who was promised one: somebody of the clinic finds one and calls (R-TR-5).</summary>
    public Task<Result<bool>> NoTimeLeft(TriageId id, string token, CancellationToken ct) => db.Write<bool>(async () => await writer.Opened(id, token, ct) is { } record
        && await consequences.FindTime(await catalogs.Current(ct), record.ClinicId, id.Value, await writer.Chain(record, ct), writer.ContactOf(record), writer.Now, ct), ct);

    public async Task<Result<Made>> Judge(string slug, TriageInput input, CancellationToken ct)
    {
        if ((await catalogs.Current(ct)).ClinicBySlug(slug) is not { } clinic)
        {
            return Refusals.NotFound;
        }

        var weighed = await Weigh(clinic, input, ct);
        return await db.Write(() => Keep(weighed, input, ct), ct);
    }

    /// <summary>What the rules make of it. Read before the unit: it only decides the words and a task, and a search must not hold up a writer.</summary>
    internal async Task<Weighed> Weigh(Clinic clinic, TriageInput input, CancellationToken ct)
    {
        var assessment = Assess.Of(await rules.Current(ct), input.Sheet);
        var recommended = TypeAdvice.For(await catalogs.Current(ct), clinic, input.Category, assessment);
        var hasTime = assessment.Disposition != Disposition.Urgent || await times.HasOne(clinic, recommended, input.PatientKind, ct);
        return new Weighed(clinic, assessment, recommended, hasTime ? UrgentTime.Offered : UrgentTime.NoneFree);
    }

    /// <summary>Keeps the answers in the caller's unit, and makes the staff look where they must.</summary>
    internal async Task<Result<Made>> Keep(Weighed weighed, TriageInput input, CancellationToken ct)
    {
        if ((await writer.Earlier(input, ct)).IsRefused(out var unknown, out var earlier))
        {
            return unknown;
        }

        var (clinic, assessment, recommended, time) = weighed;
        var hasTime = time != UrgentTime.NoneFree;
        var catalog = await catalogs.Current(ct);
        var now = writer.Now;
        var contact = input.Contact ?? earlier?.Contact ?? input.Known;
        var told = TriageWords.Told(assessment, contact is not null, time, ClinicDoor.At(catalog, clinic, now), input.Language);
        var carried = earlier?.Carried > assessment.Disposition ? earlier.Carried : assessment.Disposition;
        var outcome = new TriageOutcome(assessment, carried, told, assessment.Disposition >= Disposition.SameDay ? [] : recommended);
        var (id, token) = await writer.Keep(clinic, catalog.PoliciesAt(clinic.Id), input, outcome, earlier, now, ct);

        var chain = earlier is null ? [] : await writer.Chain(earlier.Record, ct);

        if (input.Contact is { } reach)
        {
            await consequences.Reach(chain, reach, ct);
        }

        await consequences.Follow(catalog, clinic, new TriageConsequences.Case(id.Value, assessment, hasTime, contact, chain), now, ct);
        return new Made(id, token, outcome, hasTime, clinic.Phone);
    }

    internal sealed record Weighed(Clinic Clinic, Assessment Assessment, IReadOnlyList<AppointmentTypeId> Recommended, UrgentTime Time);
}
