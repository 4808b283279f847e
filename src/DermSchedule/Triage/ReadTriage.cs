using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Triage;

/// <summary>
/// Shows the staff what a patient said, what was made of it and why, and what the patient was told. The desk sees how soon, the labels and whom to
/// call; the words and answers only who is granted them (R-HI-13).
/// </summary>
public static class ReadTriage
{
    /// <param name="Told">What the patient read.</param>
    /// <param name="Clinical">Null for who may not see it.</param>
    /// <param name="Follows">The answers these ones replaced.</param>
    /// <param name="ReplacedBy">The answers that replaced these ones.</param>
    public sealed record Shown(
        TriageId Id,
        ClinicId ClinicId,
        OffsetDateTime AnsweredAt,
        Disposition Disposition,
        Disposition Carried,
        IReadOnlyList<TriageLabel> Flags,
        Tasks.Contact? Contact,
        string Told,
        string Language,
        string RuleVersion,
        PatientKind PatientKind,
        Category Category,
        Guid? AppointmentId,
        TriageId? Follows,
        TriageId? ReplacedBy,
        ClinicalPart? Clinical);

    /// <param name="Sheet">All answers and the patient's words.</param>
    /// <param name="Evidence">By flag code: which words and answers led to it, each with its reason in English.</param>
    /// <param name="Lesion">ABCDE and the weighted 7-point score, for a pigmented spot.</param>
    public sealed record ClinicalPart(TriageSheet Sheet, IReadOnlyDictionary<string, IReadOnlyList<Evidence>> Evidence, LesionScore? Lesion);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/triage/{id}", async (TriageId id, Handler read, CancellationToken ct) => (await read.Handle(id, ct)).ToHttp(TypedResults.Ok))
        .WithName(nameof(ReadTriage))
        .Produces<Shown>()
        .ForStaff(Role.Owner, Role.Manager, Role.Provider, Role.FrontDesk, Role.Auditor)
        .Refuses(Refusals.NotFound);

    public sealed class Handler(ScheduleDb db, Triages triages, Catalogs catalogs, Caller caller, AuditTrail audit)
    {
        public async Task<Result<Shown>> Handle(TriageId id, CancellationToken ct)
        {
            if (await db.Set<TriageRecord>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } record || !caller.MayAt(record.ClinicId.Value))
            {
                return Refusals.NotFound;
            }

            var clinical = caller.SeesClinicalIntake;
            await audit.Read(clinical ? "triage.read" : "triage.summary_read", "triage", [new AuditRecord("triage", id.Value, record.Patient)], ct);
            var clock = ClinicClock.In((await catalogs.Current(ct)).Clinics[record.ClinicId].TimeZone);
            return Of(record, clock, clinical);
        }

        private Shown Of(TriageRecord record, ClinicClock clock, bool clinical)
        {
            var intake = triages.IntakeOf(record);
            var outcome = triages.OutcomeOf(record);
            var assessment = outcome.Assessment;
            return new Shown(
                record.Id,
                record.ClinicId,
                clock.OnTheWire(record.AnsweredAt),
                assessment.Disposition,
                outcome.Carried,
                [.. assessment.Flags.Select(flag => new TriageLabel(flag.Code, flag.LabelEnglish))],
                triages.ContactOf(record),
                outcome.Told,
                intake.Language,
                assessment.RuleVersion,
                intake.PatientKind,
                intake.Category,
                record.Visit,
                record.Follows,
                record.ReplacedBy,
                clinical ? new ClinicalPart(intake.Sheet, assessment.Flags.ToDictionary(flag => flag.Code, flag => flag.Evidence, StringComparer.Ordinal), assessment.Lesion) : null);
        }
    }
}
