using System.ComponentModel.DataAnnotations;
using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Practices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Triage;

/// <summary>Says, after a red flag or without a free urgent time, whom the clinic can call. It goes to the open alert or task.</summary>
public static class AddTriageContact
{
    public sealed record Request([property: MaxLength(100)] string? FirstName, [property: Required, MaxLength(40)] string? Phone)
    {
        public override string ToString() => "contact";
    }

    internal static void Map(IEndpointRouteBuilder clinic) => clinic
        .MapPost("/triage/{id}/contact", async (string slug, TriageId id, Request request, [FromHeader(Name = "Authorization")] string? authorization, Handler add, CancellationToken ct) =>
            (await add.Handle(slug, id, BearerToken.From(authorization), request, ct)).ToHttp(_ => TypedResults.NoContent()))
        .WithName(nameof(AddTriageContact))
        .Produces(StatusCodes.Status204NoContent)
        .ForAnyone()
        .Refuses(Refusals.NotFound, Refusals.ValidationFailed);

    public sealed class Handler(ScheduleDb db, Triages triages, Catalogs catalogs, TriageConsequences consequences, Vault vault, AuditTrail audit)
    {
        public async Task<Result<Done>> Handle(string slug, TriageId id, string? token, Request request, CancellationToken ct)
        {
            var errors = new FieldErrors();
            var contact = TriageInput.ReadContact(request.FirstName, request.Phone, "phone", errors);
            errors.AddWhen(contact is null && !errors.Any, "phone", "Give a phone number with area code.");

            return errors.Any ? errors.Refusal : await db.Write<Done>(async () =>
            {
                if (await triages.Open((await catalogs.Current(ct)).ClinicBySlug(slug), id, token, ct) is not { } record)
                {
                    return Refusals.NotFound;
                }

                // A number alone does not take back the name that was given before.
                contact = contact! with { FirstName = contact.FirstName ?? triages.ContactOf(record)?.FirstName };
                record.Version++;
                record.Contact = vault.Seal(contact, TriageTables.Contact, id.Value);
                await consequences.Reach(await triages.Chain(record, ct), contact, ct);
                audit.Record("triage.contact_given", new AuditRecord("triage", id.Value), null, contact);
                return Done.Instance;
            }, ct);
        }
    }
}
