using System.Text.Json;
using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Encryption;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Patients;

/// <summary>
/// Corrects a record at the desk. Fields that are not named stay as they are, <c>null</c> clears one; what is searched is indexed again in the same step.
/// </summary>
public static class ChangePatient
{
    /// <param name="Id">The record.</param>
    /// <param name="IfMatch">The entity tag of what the caller read.</param>
    /// <param name="Patch">The members of <see cref="PatientForm"/> that change.</param>
    public sealed record Request(PatientId Id, string? IfMatch, JsonElement Patch);

    internal static void Map(IEndpointRouteBuilder patients) => patients
        .MapPatch("/{id}", async (PatientId id, [FromHeader(Name = "If-Match")] string? ifMatch, JsonElement patch, Handler change, HttpContext http, CancellationToken ct) =>
            (await change.Handle(new Request(id, ifMatch, patch), ct)).ToHttp(patient => Etag.Answer(http, patient, patient.Version)))
        .WithName(nameof(ChangePatient))
        .Accepts<PatientForm>("application/json", "application/merge-patch+json")
        .Produces<PatientView>()
        .ForStaff(Access.Desk)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound, Refusals.ValidationFailed, Refusals.PreconditionRequired, Refusals.StaleVersion);

    public sealed class Handler(ScheduleDb db, PracticeScope scope, PatientRecords records, Vault vault, AuditTrail audit, TimeProvider clock)
    {
        public Task<Result<PatientView>> Handle(Request request, CancellationToken ct) => db.Write<PatientView>(
            async () =>
            {
                if (await db.Set<Patient>().Locked().SingleOrDefaultAsync(row => row.Id == request.Id, ct) is not { } patient)
                {
                    return Refusals.NotFound;
                }

                if (Etag.Check(request.IfMatch, patient.Version) is { } stale)
                {
                    return stale;
                }

                var before = PatientView.Of(patient, vault);

                if (MergePatch.Apply(PatientForm.Of(before), request.Patch).IsRefused(out var wrong, out var form))
                {
                    return wrong;
                }

                if ((await Check(form, before, ct)).IsRefused(out var refusal, out var facts))
                {
                    return refusal;
                }

                await Write(patient, facts, form, ct);
                var after = PatientView.Of(patient, vault);
                audit.Record("patient.changed", new AuditRecord("patient", patient.Id.Value, patient.Id), before, after);
                return after;
            },
            ct);

        private async Task<Result<PatientFacts>> Check(PatientForm form, PatientView before, CancellationToken ct)
        {
            var errors = new FieldErrors();
            var facts = PatientInput.Read(form, PatientInput.Today(clock), birthNeeded: before.DateOfBirth is not null, errors);

            if (form.GuardianId is { } guardian && guardian != before.GuardianId && (guardian == before.Id || !await records.MayGuard(guardian, before.Id, ct)))
            {
                errors.Add("guardianId", "Name the record of somebody else, of age, whose guardian is not this patient.");
            }

            return facts is null || errors.Any ? errors.Refusal : facts;
        }

        private async Task Write(Patient patient, PatientFacts facts, PatientForm form, CancellationToken ct)
        {
            facts.SealInto(patient, vault);
            patient.GuardianId = form.GuardianId;
            patient.PossibleDuplicate = form.PossibleDuplicate ?? false;
            patient.Version++;

            var stored = await db.Set<PatientNamePrefix>().Where(prefix => prefix.PatientId == patient.Id).ToListAsync(ct);
            var wanted = facts.Prefixes(scope.Practice, patient.Id, vault).ToList();
            db.RemoveRange(stored.ExceptBy(wanted.Select(Key), Key, StringComparer.Ordinal));
            db.AddRange(wanted.ExceptBy(stored.Select(Key), Key, StringComparer.Ordinal));
        }

        private static string Key(PatientNamePrefix prefix) => Convert.ToHexString(prefix.Prefix);
    }
}
