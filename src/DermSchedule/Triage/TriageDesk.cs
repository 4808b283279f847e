using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Files;
using DermSchedule.Jobs;
using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Triage;

/// <summary>Judges what a visitor said, keeps it, and makes the staff look where they must. The API and the pages come here.</summary>
public sealed class TriageDesk(ScheduleDb db, Catalogs catalogs, TriageRules rules, TriageConsequences consequences, IUrgentTimes times, TriageWriter writer)
{
    /// <param name="Id">Names the triage.</param>
    /// <param name="Token">Opens it to its author.</param>
    /// <param name="Outcome">What was made of it.</param>
    /// <param name="HasUrgentTime">False where an urgent patient finds no time online.</param>
    /// <param name="Phone">Of the clinic, E.164.</param>
    public sealed record Made(TriageId Id, Token Token, TriageOutcome Outcome, bool HasUrgentTime, string Phone);

    /// <summary>Whether somebody should hear of it today: nobody of those is sent back for form's sake (triage.md 1.4).</summary>
    public bool MustNotWait(TriageInput input) => Assess.Of(rules, input.Sheet).Disposition >= Disposition.SameDay;

    /// <summary>No urgent time is left for who was promised one: somebody of the clinic finds one and calls (R-TR-5).</summary>
    public Task<Result<bool>> NoTimeLeft(TriageId id, string token, CancellationToken ct) => db.Write<bool>(async () => await writer.Opened(id, token, ct) is { } record
        && await consequences.FindTime(await catalogs.Current(ct), record.ClinicId, id.Value, writer.ContactOf(record), writer.Now, ct), ct);

    public async Task<Result<Made>> Judge(string slug, TriageInput input, CancellationToken ct)
    {
        var catalog = await catalogs.Current(ct);

        if (catalog.ClinicBySlug(slug) is not { } clinic)
        {
            return Refusals.NotFound;
        }

        var assessment = Assess.Of(rules, input.Sheet);
        var recommended = TypeAdvice.For(catalog, clinic, input.Category, assessment);

        // Read before the unit: it only decides the words and a task, and a search must not hold up a writer.
        var hasTime = assessment.Disposition != Disposition.Urgent || await times.HasOne(clinic, recommended, input.PatientKind, ct);

        return await db.Write<Made>(async () =>
        {
            if ((await writer.Earlier(input.Follows, ct)).IsRefused(out var unknown, out var earlier))
            {
                return unknown;
            }

            var now = writer.Now;
            var told = TriageWords.Told(assessment, input.Contact is not null, hasTime, ClinicDoor.At(catalog, clinic, now), input.Language);
            var carried = earlier?.Carried > assessment.Disposition ? earlier.Carried : assessment.Disposition;
            var outcome = new TriageOutcome(assessment, carried, told, assessment.Disposition >= Disposition.SameDay ? [] : recommended);
            var (id, token) = await writer.Keep(clinic, catalog.PoliciesAt(clinic.Id), input, outcome, earlier, now, ct);

            if (earlier is not null && input.Contact is { } reach)
            {
                await consequences.Reach(earlier.Record.Id.Value, reach, ct);
            }

            await consequences.Follow(catalog, clinic, new TriageConsequences.Case(id.Value, assessment, hasTime, input.Contact), now, ct);
            return new Made(id, token, outcome, hasTime, clinic.Phone);
        }, ct);
    }
}

/// <summary>Writes a triage down.</summary>
public sealed class TriageWriter(ScheduleDb db, TriageParts parts, Triages triages, FileCabinet files, DueRows due, AuditTrail audit)
{
    public Instant Now => parts.Clock.GetCurrentInstant();

    internal Task<TriageRecord?> Opened(TriageId id, string token, CancellationToken ct) => triages.Held(id, token, ct);

    internal Tasks.Contact? ContactOf(TriageRecord record) => triages.ContactOf(record);

    /// <summary>The answers that are replaced, by their author. Null where none are.</summary>
    internal async Task<Result<EarlierAnswers?>> Earlier(SubmitTriage.Earlier? follows, CancellationToken ct)
    {
        if (follows is null)
        {
            return (EarlierAnswers?)null;
        }

        // What a visit was booked with, or what is old, is history: new answers begin anew.
        return await triages.Held(follows.Id!.Value, follows.Token, ct) is { } record && record.AnsweredAt + Triages.GoodFor >= Now
            ? new EarlierAnswers(record, triages.OutcomeOf(record).Carried, triages.ContactOf(record))
            : Refusals.Field("follows", "There is no such triage.");
    }

    internal async Task<(TriageId Id, Token Token)> Keep(
        Clinic clinic, Policies policies, TriageInput input, TriageOutcome outcome, EarlierAnswers? earlier, Instant now, CancellationToken ct)
    {
        var id = parts.Ids.Next<TriageRecord>();
        var token = Token.New(Token.Triage);
        var contact = input.Contact ?? earlier?.Contact;
        db.Add(new TriageRecord
        {
            PracticeId = clinic.PracticeId,
            Id = id,
            ClinicId = clinic.Id,
            TokenHash = token.Hash(),
            AnsweredAt = now,
            Intake = parts.Vault.Seal(new TriageIntake(input.PatientKind, input.Category, input.Sheet, input.Language), TriageTables.Intake, id.Value),
            Outcome = parts.Vault.Seal(outcome, TriageTables.Outcome, id.Value),
            Contact = contact is null ? null : parts.Vault.Seal(contact, TriageTables.Contact, id.Value),
            Follows = earlier?.Record.Id,
        });

        due.Plan(UnusedPhotos.Due, id.ToString(), id.Value, 1, now + Duration.FromDays(policies.UnusedPhotoDays));

        if (earlier?.Record is { } before)
        {
            before.ReplacedBy ??= id;
            before.Version++;

            // Photos of a booked visit stay with it.
            if (before.Visit is null)
            {
                await files.Rehome(FileOwner.Of(before.Id), FileOwner.Of(id), ct);
            }
        }

        // The whole of it stands sealed in the record, which is never changed; the line says what came of it.
        audit.Record("triage.answered", new AuditRecord("triage", id.Value), null, new { outcome.Assessment.Disposition, outcome.Carried, outcome.Assessment.RuleVersion, outcome.Told });
        return (id, token);
    }
}

/// <summary>What the writer needs besides the rooms.</summary>
public sealed record TriageParts(Ids Ids, Vault Vault, TimeProvider Clock);

/// <summary>What was said before.</summary>
internal sealed record EarlierAnswers(TriageRecord Record, Disposition Carried, Tasks.Contact? Contact);
