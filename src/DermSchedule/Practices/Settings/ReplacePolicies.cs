using System.Text.Json;
using DermSchedule.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Practices;

/// <summary>
/// Sets the policies of a clinic, or of every clinic that has none of its own. The whole object is sent: a forgotten member never
/// falls back to a default in silence. Members that came later may be left out and keep the value they have.
/// </summary>
public static class ReplacePolicies
{
    internal static void Map(IEndpointRouteBuilder policies) => policies
        .MapPut("", async (ClinicId? clinicId, JsonElement sent, Handler replace, CancellationToken ct) =>
            (await replace.Handle(clinicId, sent, ct)).ToHttp(TypedResults.Ok))
        .Accepts<Policies>("application/json")
        .WithMetadata(new WholeBody(Policies.MayBeLeftOut))
        .Produces<Policies>()
        .WithName(nameof(ReplacePolicies))
        .ForStaff(Access.Managers)
        .Refuses(Refusals.ValidationFailed, Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(ScheduleDb db, Settings settings)
    {
        public Task<Result<Policies>> Handle(ClinicId? clinic, JsonElement sent, CancellationToken ct) =>
            settings.Change(catalog => Replace(clinic, sent, catalog, ct), ct);

        private async Task<Result<Policies>> Replace(ClinicId? clinic, JsonElement sent, Catalog catalog, CancellationToken ct)
        {
            if (clinic is { } named && !catalog.Clinics.ContainsKey(named))
            {
                return Refusals.NotFound;
            }

            if (!(clinic is { } one ? settings.Reaches(one) : settings.Reaches()))
            {
                return Refusals.Forbidden;
            }

            var id = clinic ?? PolicySet.WholePractice;
            var before = catalog.PoliciesAt(id);

            if (MergePatch.Whole(Policies.Under(before), sent, Policies.MayBeLeftOut).IsRefused(out var unread, out var read))
            {
                return unread;
            }

            if (PolicyRules.Check(read).Found is { } wrong)
            {
                return wrong;
            }

            var wanted = PolicyRules.Stored(read);
            var set = await db.Set<PolicySet>().SingleOrDefaultAsync(row => row.ClinicId == id, ct);

            if (set is null)
            {
                db.Add(new PolicySet { PracticeId = settings.Practice, ClinicId = id, Policies = wanted });
            }
            else
            {
                (set.Policies, set.Version) = (wanted, set.Version + 1);
            }

            settings.Record("policies.changed", clinic is null ? "practice" : "clinic", clinic?.Value ?? settings.Practice.Value, before, wanted);
            return wanted;
        }
    }
}
