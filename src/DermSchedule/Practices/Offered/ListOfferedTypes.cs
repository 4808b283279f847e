using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Practices;

/// <summary>Shows a patient which kinds of visit can be booked online at a clinic, what they are and what they cost in advance.</summary>
public static class ListOfferedTypes
{
    /// <param name="Id">The type.</param>
    /// <param name="Name">What patients call it.</param>
    /// <param name="Category">Medical or cosmetic.</param>
    /// <param name="Description">What happens.</param>
    /// <param name="DurationMinutes">For established patients, without buffers.</param>
    /// <param name="DurationMinutesNewPatient">For new patients; null means the same.</param>
    /// <param name="Deposit">Null means none.</param>
    /// <param name="Preparation">What to do before.</param>
    /// <param name="UrgentOnly">Needs an urgent triage.</param>
    /// <param name="Lang">The practice's language, where a text is not translated.</param>
    /// <param name="Untranslated">Which members that is.</param>
    public sealed record OfferedType(
        AppointmentTypeId Id,
        string Name,
        Category Category,
        string Description,
        int DurationMinutes,
        int? DurationMinutesNewPatient,
        Money? Deposit,
        string Preparation,
        bool UrgentOnly,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Lang,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Untranslated);

    /// <param name="Items">In the order the practice added them.</param>
    /// <param name="NextCursor">Always null: a clinic's types are one page.</param>
    public sealed record Offered(IReadOnlyList<OfferedType> Items, string? NextCursor);

    internal static void Map(IEndpointRouteBuilder clinic) => clinic
        .MapGet("/appointment-types", async (string slug, string? category, HttpContext http, Handler list, CancellationToken ct) =>
            (await list.Handle(slug, category, Languages.Asked(http), ct)).ToHttp(TypedResults.Ok))
        .Produces<Offered>()
        .WithName(nameof(ListOfferedTypes))
        .ForAnyone()
        .Refuses(Refusals.ValidationFailed, Refusals.NotFound);

    public sealed class Handler(Catalogs catalogs, DepositTaking deposits)
    {
        /// <param name="slug">The clinic.</param>
        /// <param name="category"><c>medical</c>, <c>cosmetic</c>, or null for both.</param>
        /// <param name="language">Asked for; null means the practice's own.</param>
        /// <param name="ct">Cancels the read.</param>
        public async Task<Result<Offered>> Handle(string slug, string? category, string? language, CancellationToken ct)
        {
            var wanted = default(Category);

            if (category is not null && !Words.TryRead(category, out wanted))
            {
                return Refusals.Field("category", "Send medical or cosmetic.");
            }

            var catalog = await catalogs.Current(ct);

            if (catalog.ClinicBySlug(slug) is not { } clinic)
            {
                return Refusals.NotFound;
            }

            var types = catalog.AppointmentTypes.Values
                .Where(type => type.OnlineBookable && Catalog.IsOffered(type, clinic.Id) && (category is null || type.Category == wanted))
                .OrderBy(type => type.Id);
            return new Offered([.. types.Select(type => Shown(type, catalog.Practice, language) with { Deposit = deposits.IsOn ? type.Deposit(catalog.Practice) : null })], null);
        }

        private static OfferedType Shown(AppointmentType type, Practice practice, string? language)
        {
            var spoken = new Spoken(practice, language);
            var words = type.Translations.GetValueOrDefault(spoken.Language);
            var (name, description, preparation) = (
                spoken.Text("name", type.Name, words?.Name),
                spoken.Text("description", type.Description, words?.Description),
                spoken.Text("preparation", type.Preparation, words?.Preparation));
            return new OfferedType(
                type.Id, name, type.Category, description, type.DurationMinutes, type.DurationMinutesNewPatient, Deposit: null, preparation, type.UrgentOnly, spoken.FellBackTo, spoken.Untranslated);
        }
    }
}
