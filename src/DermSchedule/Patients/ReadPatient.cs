using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Encryption;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DermSchedule.Patients;

/// <summary>Opens one record at the desk. Who opened it is stored before it is shown.</summary>
public static class ReadPatient
{
    public sealed record Request(PatientId Id);

    internal static void Map(IEndpointRouteBuilder patients) => patients
        .MapGet("/{id}", async (PatientId id, Handler read, HttpContext http, CancellationToken ct) =>
            (await read.Handle(new Request(id), ct)).ToHttp(patient => Etag.Answer(http, patient, patient.Version)))
        .WithName(nameof(ReadPatient))
        .Produces<PatientView>()
        .ForStaff(Access.Readers)
        .Refuses(Refusals.Unauthenticated, Refusals.Forbidden, Refusals.NotFound);

    public sealed class Handler(ScheduleDb db, Vault vault, AuditTrail audit)
    {
        public async Task<Result<PatientView>> Handle(Request request, CancellationToken ct)
        {
            if (await db.Set<Patient>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id, ct) is not { } patient)
            {
                return Refusals.NotFound;
            }

            await audit.Read("patient.read", "patient", [new AuditRecord("patient", patient.Id.Value, patient.Id)], ct);
            return PatientView.Of(patient, vault);
        }
    }
}
