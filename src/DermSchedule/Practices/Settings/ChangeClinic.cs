using System.Text.Json;
using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Practices;

/// <summary>Changes what a clinic is called, where it is and how it is reached. Absent members stay.</summary>
public static class ChangeClinic
{
    internal static void Map(IEndpointRouteBuilder clinics) => clinics
        .MapPatch("/{id}", async (ClinicId id, JsonElement patch, Handler change, CancellationToken ct) =>
            (await change.Handle(id, patch, ct)).ToHttp(TypedResults.Ok))
        .Accepts<AddClinic.Request>("application/json", "application/merge-patch+json")
        .Produces<StoredClinic>()
        .WithName(nameof(ChangeClinic))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(ScheduleDb db, Settings settings, PracticeDirectory directory)
    {
        public Task<Result<StoredClinic>> Handle(ClinicId id, JsonElement patch, CancellationToken ct) => settings.Change<StoredClinic>(
            async _ =>
            {
                var clinic = await db.Set<Clinic>().SingleOrDefaultAsync(row => row.Id == id, ct);

                if (clinic is null)
                {
                    return Refusals.NotFound;
                }

                if (!settings.Reaches(id))
                {
                    return Refusals.Forbidden;
                }

                if (MergePatch.Apply(ClinicRules.Of(clinic), patch).IsRefused(out var unread, out var wanted))
                {
                    return unread;
                }

                if ((ClinicRules.Check(wanted).Found ?? ClinicRules.Deactivates(wanted.Active, clinic.Active)) is { } wrong)
                {
                    return wrong;
                }

                if (!string.Equals(wanted.Slug, clinic.Slug, StringComparison.Ordinal) && !await directory.ClaimSlug(wanted.Slug!, ct))
                {
                    return AddClinic.SlugTaken;
                }

                var before = StoredClinic.Of(clinic);
                ClinicRules.Apply(wanted, clinic);
                var after = StoredClinic.Of(clinic);
                settings.Record("clinic.changed", "clinic", id.Value, before, after);
                return after;
            },
            ct,
            ClinicRules.Taken);
    }
}
