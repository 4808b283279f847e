using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Files;
using DermSchedule.Jobs;
using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Triage;

/// <summary>Writes a triage down.</summary>
public sealed class TriageWriter(ScheduleDb db, TriageParts parts, Triages triages, FileCabinet files, DueRows due, AuditTrail audit)
{
    public Instant Now => parts.Clock.GetCurrentInstant();

    internal Task<TriageRecord?> Opened(TriageId id, string token, CancellationToken ct) => triages.Held(id, token, ct);

    internal Task<IReadOnlyList<Guid>> Chain(TriageRecord record, CancellationToken ct) => triages.Chain(record, ct);

    internal Tasks.Contact? ContactOf(TriageRecord record) => triages.ContactOf(record);

    /// <summary>The answers that are replaced, by their author. Null where none are.</summary>
    internal async Task<Result<EarlierAnswers?>> Earlier(TriageInput input, CancellationToken ct)
    {
        // Who holds the visit's link answers for the visit, whoever answered before; what was said then is carried on, however old.
        if (input.Replaces is { } booked)
        {
            return await Of(await triages.Record(booked, ct), ct);
        }

        if (input.Follows is not { } follows)
        {
            return (EarlierAnswers?)null;
        }

        // What a visit was booked with, or what is old, is history: new answers begin anew.
        return await triages.Held(follows.Id!.Value, follows.Token, ct) is { } record && record.AnsweredAt + Triages.GoodFor >= Now
            ? await Of(record, ct)
            : Refusals.Field("follows", "There is no such triage.");
    }

    // Whoever answered besides, in another window or by another link, was heard as well: the newest of them counts, and all of them are one worry.
    private async Task<EarlierAnswers> Of(TriageRecord named, CancellationToken ct)
    {
        var line = await triages.Replaced(named, ct);
        return new EarlierAnswers(line[^1], line, triages.OutcomeOf(line[^1]).Carried, triages.ContactOf(line[^1]));
    }

    internal async Task<(TriageId Id, Token Token)> Keep(
        Clinic clinic, Policies policies, TriageInput input, TriageOutcome outcome, EarlierAnswers? earlier, Instant now, CancellationToken ct)
    {
        var id = parts.Ids.Next<TriageRecord>();
        var token = Token.New(Token.Triage);
        var contact = input.Contact ?? earlier?.Contact ?? input.Known;
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
            before.ReplacedBy = id;
            before.Version++;

            // Photos of a booked visit stay with it: they come along where these answers are for the same one.
            foreach (var one in earlier.Line.Where(one => one.Visit is null || input.Replaces is not null))
            {
                await files.Rehome(FileOwner.Of(one.Id), FileOwner.Of(id), ct);
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
/// <param name="Record">The newest: these are replaced.</param>
/// <param name="Line">From the answers that were named to the newest.</param>
/// <param name="Carried">By the newest, which has it from all before.</param>
internal sealed record EarlierAnswers(TriageRecord Record, IReadOnlyList<TriageRecord> Line, Disposition Carried, Tasks.Contact? Contact);
