using System.ComponentModel.DataAnnotations;
using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Practices;

/// <summary>Takes somebody, or a team, with a schedule of its own into the practice. Weekly hours are set next: until then nothing is offered.</summary>
public static class AddProvider
{
    public sealed record Request
    {
        [Required]
        [MaxLength(100)]
        public string? Name { get; init; }

        [MaxLength(100)]
        public string? Title { get; init; }

        [MaxLength(2000)]
        public string? Bio { get; init; }

        [Required]
        [Length(1, 50, ErrorMessage = "Name the clinics where the provider works, at least one.")]
        public IReadOnlyList<ClinicId>? ClinicIds { get; init; }

        /// <summary>How many visits may lie side by side; 1 unless said.</summary>
        [Range(1, 20)]
        public int? Lanes { get; init; }

        /// <summary>True unless said.</summary>
        public bool? AcceptsNewPatients { get; init; }

        /// <summary>Minutes from one clinic to another; 0 unless said.</summary>
        [Range(0, 480)]
        public int? TravelMinutes { get; init; }

        /// <summary>By language.</summary>
        public IReadOnlyDictionary<string, ProviderWords>? Translations { get; init; }

        [MaxLength(20)]
        public IReadOnlyList<ExternalIdWords>? ExternalIds { get; init; }

        /// <summary>True brings a deactivated provider back. <c>DELETE</c> deactivates.</summary>
        public bool? Active { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder providers) => providers
        .MapPost("", async (Request request, Handler add, CancellationToken ct) =>
            (await add.Handle(request, ct)).ToHttp(provider => TypedResults.Created($"/api/v1/settings/providers/{provider.Id}", provider)))
        .Produces<StoredProvider>(StatusCodes.Status201Created)
        .WithName(nameof(AddProvider))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden);

    public sealed class Handler(ScheduleDb db, Ids ids, Settings settings)
    {
        public Task<Result<StoredProvider>> Handle(Request request, CancellationToken ct) => settings.Change<StoredProvider>(
            catalog =>
            {
                if (ProviderRules.Check(request, catalog).Found is { } wrong)
                {
                    return wrong;
                }

                if (!settings.Reaches(request.ClinicIds!))
                {
                    return Refusals.Forbidden;
                }

                var provider = new Provider { PracticeId = settings.Practice, Id = ids.Next<Provider>(), Name = "" };
                ProviderRules.Apply(request, provider);
                db.Add(provider);
                var stored = StoredProvider.Of(provider);
                settings.Record("provider.added", "provider", provider.Id.Value, null, stored);
                return stored;
            },
            ct);
    }
}
