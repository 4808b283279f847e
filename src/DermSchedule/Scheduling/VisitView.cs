using DermSchedule.Practices;
using DermSchedule.Triage;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>A visit as the contract shows it (api.md). What only the desk may see is null for a patient's link.</summary>
public sealed record VisitView
{
    public required AppointmentId Id { get; init; }

    /// <summary>The number in the ETag.</summary>
    public required int Version { get; init; }

    public required AppointmentStatus Status { get; init; }

    public required OffsetDateTime Start { get; init; }

    public required OffsetDateTime End { get; init; }

    public required string TimeZone { get; init; }

    public required int DurationMinutes { get; init; }

    public required string Clinic { get; init; }

    public required ClinicId ClinicId { get; init; }

    public required ProviderId ProviderId { get; init; }

    public required string ProviderName { get; init; }

    public required AppointmentTypeId AppointmentTypeId { get; init; }

    public required string AppointmentTypeName { get; init; }

    public required PatientKind PatientKind { get; init; }

    public required AppointmentSource Source { get; init; }

    public CancelReason? CancelReason { get; init; }

    /// <summary>Of an urgent patient: the visit cannot be moved past it online (R-TR-5). Null for everybody else.</summary>
    public OffsetDateTime? LatestStart { get; init; }

    /// <summary>Whether questions of triage are still to be answered for it: <c>POST /appointments/{id}/triage</c>. Null where none were asked.</summary>
    public bool? QuestionsOpen { get; init; }

    /// <summary>
    /// How soon the newest answers want help, for the visit's own patient: whoever comes back finds the numbers again (R-TR-8). Null without answers, and for
    /// the desk, which has <c>triage</c>.
    /// </summary>
    public Disposition? Disposition { get; init; }

    public IReadOnlyList<ResourceId>? ResourceIds { get; init; }

    public PatientId? PatientId { get; init; }

    public string? PatientName { get; init; }

    public string? Notes { get; init; }

    public IReadOnlyList<string>? Flags { get; init; }

    /// <summary>What the answers before the booking say, for the desk; null without any.</summary>
    public VisitTriage? Triage { get; init; }

    /// <summary>Never cancelled by the ladder, charged a deposit or moved down (R-TR-6).</summary>
    public bool? IsProtected { get; init; }

    /// <summary>What other systems call this visit.</summary>
    public IReadOnlyList<ExternalIdWords>? ExternalIds { get; init; }

    /// <summary>What was typed when it was booked online, for the desk to compare with the record (domain.md 1).</summary>
    public TypedDetails? Typed { get; init; }

    /// <summary>What everybody concerned may see; the desk's part is added with <c>with</c>.</summary>
    public static VisitView Of(Appointment visit, Catalog catalog)
    {
        var clinic = catalog.Clinics[visit.ClinicId];
        var clock = ClinicClock.In(clinic.TimeZone);
        return new VisitView
        {
            Id = visit.Id,
            Version = visit.Version,
            Status = visit.Status,
            Start = clock.OnTheWire(visit.StartsAt),
            End = clock.OnTheWire(visit.EndsAt),
            TimeZone = clinic.TimeZone,
            DurationMinutes = (int)(visit.EndsAt - visit.StartsAt).TotalMinutes,
            Clinic = clinic.Slug,
            ClinicId = visit.ClinicId,
            ProviderId = visit.ProviderId,
            ProviderName = catalog.Providers[visit.ProviderId].Name,
            AppointmentTypeId = visit.AppointmentTypeId,
            AppointmentTypeName = catalog.AppointmentTypes[visit.AppointmentTypeId].Name,
            PatientKind = visit.PatientKind,
            Source = visit.Source,
            CancelReason = visit.CancelReason,
            QuestionsOpen = visit.AsksQuestions ? true : visit.TriageId is null ? null : false,
        };
    }

    /// <summary>The same with what the desk may see.</summary>
    public VisitView ForDesk(Appointment visit, string patientName, string? notes) => this with
    {
        ResourceIds = visit.ResourceIds,
        PatientId = visit.PatientId,
        PatientName = patientName,
        Notes = notes,
        Flags = visit.Flags,
        IsProtected = visit.IsProtected,
    };
}

/// <summary>The triage of a visit as the desk sees it; the words and answers are behind <c>GET /triage/{id}</c>.</summary>
/// <param name="Carried">The highest of all answers: what counts until somebody settles it.</param>
public sealed record VisitTriage(TriageId Id, Disposition Disposition, Disposition Carried, IReadOnlyList<TriageLabel> Flags);
