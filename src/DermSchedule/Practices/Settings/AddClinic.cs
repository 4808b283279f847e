using System.ComponentModel.DataAnnotations;
using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Practices;

/// <summary>Opens a new location of the practice under an address of its own. Its hours and holidays are set next.</summary>
public static class AddClinic
{
    public static readonly Refusal SlugTaken = Refusals.Field("slug", "This address is taken. Choose another one.");

    public sealed record Request
    {
        /// <summary>Its word in addresses, unique over all practices.</summary>
        [Required]
        [MaxLength(80)]
        public string? Slug { get; init; }

        [Required]
        [MaxLength(100)]
        public string? Name { get; init; }

        /// <summary>How texts to patients call it; absent means its name.</summary>
        [MaxLength(60)]
        public string? MessageName { get; init; }

        /// <summary>IANA, e.g. <c>America/New_York</c>.</summary>
        [Required]
        [MaxLength(60)]
        public string? TimeZone { get; init; }

        [Required]
        [MaxLength(40)]
        public string? Phone { get; init; }

        /// <summary>One line.</summary>
        [Required]
        [MaxLength(300)]
        public string? Address { get; init; }

        [MaxLength(20)]
        public IReadOnlyList<ExternalIdWords>? ExternalIds { get; init; }

        /// <summary>True brings a deactivated clinic back. <c>DELETE</c> deactivates.</summary>
        public bool? Active { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder clinics) => clinics
        .MapPost("", async (Request request, Handler add, CancellationToken ct) =>
            (await add.Handle(request, ct)).ToHttp(clinic => TypedResults.Created($"/api/v1/settings/clinics/{clinic.Id}", clinic)))
        .Produces<StoredClinic>(StatusCodes.Status201Created)
        .WithName(nameof(AddClinic))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden);

    public sealed class Handler(ScheduleDb db, Ids ids, Settings settings, PracticeDirectory directory)
    {
        public async Task<Result<StoredClinic>> Handle(Request request, CancellationToken ct)
        {
            if (!settings.Reaches([]))
            {
                return Refusals.Forbidden;
            }

            if (ClinicRules.Check(request).Found is { } wrong)
            {
                return wrong;
            }

            return await settings.Change<StoredClinic>(
                async _ =>
                {
                    if (!await directory.ClaimSlug(request.Slug!, ct))
                    {
                        return SlugTaken;
                    }

                    var clinic = ClinicRules.New(request, settings.Practice, ids.Next<Clinic>());
                    db.Add(clinic);
                    var stored = StoredClinic.Of(clinic);
                    settings.Record("clinic.added", "clinic", clinic.Id.Value, null, stored);
                    return stored;
                },
                ct,
                ClinicRules.Taken);
        }
    }
}
