using System.Text.Json;
using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Practices;

/// <summary>Changes what a type of visit is called, how long it takes, who performs it and when it can start. Absent members stay.</summary>
public static class ChangeAppointmentType
{
    internal static void Map(IEndpointRouteBuilder types) => types
        .MapPatch("/{id}", async (AppointmentTypeId id, JsonElement patch, Handler change, CancellationToken ct) =>
            (await change.Handle(id, patch, ct)).ToHttp(TypedResults.Ok))
        .Accepts<AddAppointmentType.Request>("application/json", "application/merge-patch+json")
        .Produces<StoredAppointmentType>()
        .WithName(nameof(ChangeAppointmentType))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(ScheduleDb db, Settings settings)
    {
        public Task<Result<StoredAppointmentType>> Handle(AppointmentTypeId id, JsonElement patch, CancellationToken ct) => settings.Change<StoredAppointmentType>(
            async catalog =>
            {
                var type = await db.Set<AppointmentType>().SingleOrDefaultAsync(row => row.Id == id, ct);

                if (type is null)
                {
                    return Refusals.NotFound;
                }

                if (MergePatch.Apply(AppointmentTypeRules.Of(type, catalog.Practice), patch).IsRefused(out var unread, out var wanted))
                {
                    return unread;
                }

                if ((AppointmentTypeRules.Check(wanted, catalog, type).Found ?? ClinicRules.Deactivates(wanted.Active, type.Active)) is { } wrong)
                {
                    return wrong;
                }

                if (!settings.Reaches(type.ClinicIds) || !settings.Reaches(wanted.ClinicIds ?? []))
                {
                    return Refusals.Forbidden;
                }

                var before = StoredAppointmentType.Of(type, catalog.Practice);
                AppointmentTypeRules.Apply(wanted, type);
                var after = StoredAppointmentType.Of(type, catalog.Practice);
                settings.Record("appointment-type.changed", "appointment_type", id.Value, before, after);
                return after;
            },
            ct);
    }
}
