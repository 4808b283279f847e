using DermSchedule.Data;
using DermSchedule.Encryption;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Patients;

/// <summary>
/// Makes a record at the desk, also when one of the same name and birth date exists: it is flagged, and a person decides whether they are one.
/// </summary>
public static class AddPatient
{
    internal static void Map(IEndpointRouteBuilder patients) => patients
        .MapPost("", async (PatientForm request, Handler add, HttpContext http, CancellationToken ct) => (await add.Handle(request, ct)).ToHttp(patient =>
        {
            http.Response.Headers.ETag = Etag.Of(patient.Version);
            return TypedResults.Created($"/api/v1/patients/{patient.Id}", patient);
        }))
        .WithName(nameof(AddPatient))
        .Produces<PatientView>(StatusCodes.Status201Created)
        .ForStaff(Access.Desk)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.ValidationFailed, IdempotentRequest.Mismatch);

    public sealed class Handler(ScheduleDb db, PatientRecords records, Vault vault, TimeProvider clock)
    {
        public Task<Result<PatientView>> Handle(PatientForm request, CancellationToken ct) => db.Write<PatientView>(
            async () =>
            {
                var errors = new FieldErrors();
                var facts = PatientInput.Read(request, PatientInput.Today(clock), birthNeeded: true, errors);

                if (request.GuardianId is { } guardian && !await records.MayGuard(guardian, patient: null, ct))
                {
                    errors.Add("guardianId", "Name the record of somebody of age.");
                }

                return facts is null || errors.Any
                    ? errors.Refusal
                    : PatientView.Of(await records.Add(facts, request.GuardianId, clock.GetCurrentInstant(), ct), vault);
            },
            ct);
    }
}
