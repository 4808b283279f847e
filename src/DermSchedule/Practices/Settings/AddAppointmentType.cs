using System.ComponentModel.DataAnnotations;
using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Practices;

/// <summary>Adds a kind of visit: what patients read about it, how long it takes, who and what it needs, and when it can start.</summary>
public static class AddAppointmentType
{
    /// <summary>Absent members of a creation take the defaults of domain.md 4.</summary>
    public sealed record Request
    {
        [Required]
        [MaxLength(100)]
        public string? Name { get; init; }

        [Required]
        public Category? Category { get; init; }

        [MaxLength(2000)]
        public string? Description { get; init; }

        [Required]
        [Range(5, 1440)]
        public int? DurationMinutes { get; init; }

        [Range(5, 1440)]
        public int? DurationMinutesNewPatient { get; init; }

        [Range(0, 480)]
        public int? BufferBeforeMinutes { get; init; }

        [Range(0, 480)]
        public int? BufferAfterMinutes { get; init; }

        [Range(1, 1440)]
        public int? StartGridMinutes { get; init; }

        [Range(0, 525_600)]
        public int? MinimumNoticeMinutes { get; init; }

        [Range(1, 1095)]
        public int? HorizonDays { get; init; }

        public Money? Deposit { get; init; }

        /// <summary>Empty means everybody.</summary>
        [MaxLength(200)]
        public IReadOnlyList<ProviderId>? ProviderIds { get; init; }

        [MaxLength(10)]
        public IReadOnlyList<string>? ResourceKinds { get; init; }

        [Range(1, 1000)]
        public int? DailyCap { get; init; }

        public bool? OnlineBookable { get; init; }

        public bool? AutoCancel { get; init; }

        public bool? UrgentOnly { get; init; }

        /// <summary>What triage recommends it for, e.g. <c>rash</c>.</summary>
        [MaxLength(30)]
        public IReadOnlyList<string>? Concerns { get; init; }

        [MaxLength(2000)]
        public string? Preparation { get; init; }

        /// <summary>Empty means everywhere.</summary>
        [MaxLength(50)]
        public IReadOnlyList<ClinicId>? ClinicIds { get; init; }

        [MaxLength(200)]
        public IReadOnlyList<ProviderDuration>? Durations { get; init; }

        public ProviderPart? ProviderPart { get; init; }

        /// <summary>By language.</summary>
        public IReadOnlyDictionary<string, AppointmentTypeWords>? Translations { get; init; }

        /// <summary>True brings a deactivated type back. <c>DELETE</c> deactivates.</summary>
        public bool? Active { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder types) => types
        .MapPost("", async (Request request, Handler add, CancellationToken ct) =>
            (await add.Handle(request, ct)).ToHttp(type => TypedResults.Created($"/api/v1/settings/appointment-types/{type.Id}", type)))
        .Produces<StoredAppointmentType>(StatusCodes.Status201Created)
        .WithName(nameof(AddAppointmentType))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden);

    public sealed class Handler(ScheduleDb db, Ids ids, Settings settings)
    {
        public Task<Result<StoredAppointmentType>> Handle(Request request, CancellationToken ct) => settings.Change<StoredAppointmentType>(
            catalog =>
            {
                if (AppointmentTypeRules.Check(request, catalog).Found is { } wrong)
                {
                    return wrong;
                }

                if (!settings.Reaches(request.ClinicIds ?? []))
                {
                    return Refusals.Forbidden;
                }

                var type = AppointmentTypeRules.New(request, settings.Practice, ids.Next<AppointmentType>());
                db.Add(type);
                var stored = StoredAppointmentType.Of(type, catalog.Practice);
                settings.Record("appointment-type.added", "appointment_type", type.Id.Value, null, stored);
                return stored;
            },
            ct);
    }
}
