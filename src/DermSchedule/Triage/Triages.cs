using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Practices;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Triage;

/// <summary>What a triage allows its holder to book.</summary>
/// <param name="Id">Which.</param>
/// <param name="ClinicId">Where it was answered.</param>
/// <param name="Disposition">By the latest answers.</param>
/// <param name="Carried">The highest of these answers and those they replaced.</param>
/// <param name="Flags">What was recognised, for staff.</param>
/// <param name="AnsweredAt">Urgent times count from here.</param>
public sealed record TriageStanding(TriageId Id, ClinicId ClinicId, Disposition Disposition, Disposition Carried, IReadOnlyList<TriageLabel> Flags, Instant AnsweredAt)
{
    /// <summary>Whether something was to be asked explicitly, and nobody answered.</summary>
    public bool HasOpenQuestions { get; init; }

    /// <summary>Whether no visit may be booked online: the patient needs help sooner (domain.md 6).</summary>
    public bool IsBlocked => Disposition >= Disposition.SameDay;

    public bool IsUrgent => Disposition == Disposition.Urgent;

    /// <summary>Whether the visit is exempt from auto-cancel, deposits and being moved down (R-TR-6).</summary>
    public bool Protects => Carried >= Disposition.Urgent;
}

/// <summary>What was recognised.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Label">In plain words.</param>
public sealed record TriageLabel(string Code, string Label);

/// <summary>The room's door: what a triage means for a booking.</summary>
public sealed partial class Triages(ScheduleDb db, Vault vault, TimeProvider clock)
{
    /// <summary>How long answers hold: an urgent visit lies within 14 days of them, and skin changes.</summary>
    public static readonly Duration GoodFor = Duration.FromDays(14);

    /// <summary>
    /// The standing of a triage that its holder names. Null where nothing was named; a refusal of <c>triageId</c> where it leads nowhere, or is too old.
    /// </summary>
    public async Task<Result<TriageStanding?>> Find(string? id, string? token, CancellationToken ct)
    {
        if (id is null && token is null)
        {
            return (TriageStanding?)null;
        }

        if (!TriageId.TryParse(id, null, out var triage) || await Held(triage, token, ct) is not { } record)
        {
            return Refusals.Field("triageId", "There is no such triage.");
        }

        record = await Newest(record, ct);
        return record.AnsweredAt + GoodFor < clock.GetCurrentInstant()
            ? Refusals.Field("triageId", "These answers are more than 14 days old. Answer the questions again.")
            : Standing(record);
    }

    /// <summary>The standing of a triage that a visit or hold of ours names.</summary>
    public async Task<TriageStanding?> Of(TriageId? id, CancellationToken ct) =>
        id is { } triage && await db.Set<TriageRecord>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == triage, ct) is { } record ? Standing(record) : null;

    /// <summary>The standing of the newest answers behind a triage that a hold names.</summary>
    public async Task<TriageStanding?> NewestOf(TriageId? id, CancellationToken ct) =>
        id is { } triage && await db.Set<TriageRecord>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == triage, ct) is { } record ? Standing(await Newest(record, ct)) : null;

    /// <summary>The record for whoever adds to it: by its author, and while the answers are of use.</summary>
    internal async Task<TriageRecord?> Open(Clinic? clinic, TriageId id, string? token, CancellationToken ct) =>
        await Held(id, token, ct) is { } record && record.ClinicId == clinic?.Id && record.AnsweredAt + GoodFor >= clock.GetCurrentInstant() ? record : null;

    /// <summary>Notes in the caller's unit which visit the triage led to: its photos stay with it.</summary>
    public async Task Join(TriageId id, Guid visit, PatientId patient, CancellationToken ct)
    {
        if ((Fresh(id) ?? await db.Set<TriageRecord>().Locked().SingleOrDefaultAsync(row => row.Id == id, ct)) is { } record)
        {
            record.Visit = visit;
            record.Patient = patient;
            record.Version++;
        }
    }

    /// <summary>The record whose token the caller holds; null for everybody else. In a unit it is read to be changed.</summary>
    internal async Task<TriageRecord?> Held(TriageId id, string? token, CancellationToken ct)
    {
        if (!Token.Looks(token, Token.Triage))
        {
            return null;
        }

        var hash = new Token(token!).Hash();
        var records = db.Set<TriageRecord>();
        return await (db.InUnit ? records.Locked() : records.AsNoTracking()).SingleOrDefaultAsync(row => row.Id == id && row.TokenHash == hash, ct);
    }

    /// <summary>The standing of answers that this very unit has written.</summary>
    internal TriageStanding JustGiven(TriageId id) => Standing(Fresh(id)!);

    /// <summary>Whom the clinic can call about a triage; null where nobody said.</summary>
    public async Task<Tasks.Contact?> Reach(TriageId id, CancellationToken ct) =>
        (Fresh(id) ?? await db.Set<TriageRecord>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct)) is { } record ? ContactOf(record) : null;

    // The database has not seen them yet.
    private TriageRecord? Fresh(TriageId id) => db.Set<TriageRecord>().Local.SingleOrDefault(row => row.Id == id);

    /// <summary>The record that a visit of ours names, to be changed.</summary>
    internal Task<TriageRecord> Record(TriageId id, CancellationToken ct) => db.Set<TriageRecord>().Locked().SingleAsync(row => row.Id == id, ct);

    internal TriageIntake IntakeOf(TriageRecord record) => vault.Open(record.Intake, TriageTables.Intake, record.Id.Value);

    internal TriageOutcome OutcomeOf(TriageRecord record) => vault.Open(record.Outcome, TriageTables.Outcome, record.Id.Value);

    internal Tasks.Contact? ContactOf(TriageRecord record) =>
        record.Contact is { } contact ? vault.Open(contact, TriageTables.Contact, record.Id.Value) : null;

    private TriageStanding Standing(TriageRecord record)
    {
        var outcome = OutcomeOf(record);
        return new TriageStanding(record.Id, record.ClinicId, outcome.Assessment.Disposition, outcome.Carried, [.. outcome.Assessment.Flags.Select(flag => new TriageLabel(flag.Code, flag.LabelEnglish))], record.AnsweredAt)
        {
            HasOpenQuestions = outcome.Assessment.Questions.Count > 0,
        };
    }
}
