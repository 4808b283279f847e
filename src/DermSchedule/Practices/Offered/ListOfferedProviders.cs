using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DermSchedule.Practices;

/// <summary>Shows a patient who works at a clinic, or who performs one kind of visit there.</summary>
public static class ListOfferedProviders
{
    /// <param name="Id">The provider.</param>
    /// <param name="Name">With degree or as the team is called.</param>
    /// <param name="Title">What the provider is.</param>
    /// <param name="Bio">For patients.</param>
    /// <param name="AcceptsNewPatients">Whether a new patient may choose this provider.</param>
    /// <param name="Lang">The practice's language, where a text is not translated.</param>
    /// <param name="Untranslated">Which members that is.</param>
    public sealed record OfferedProvider(
        ProviderId Id,
        string Name,
        string Title,
        string Bio,
        bool AcceptsNewPatients,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Lang,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Untranslated);

    /// <param name="Items">In the order they joined.</param>
    /// <param name="NextCursor">Always null: a clinic's providers are one page.</param>
    public sealed record Offered(IReadOnlyList<OfferedProvider> Items, string? NextCursor);

    internal static void Map(IEndpointRouteBuilder clinic) => clinic
        .MapGet("/providers", async (string slug, AppointmentTypeId? appointmentTypeId, HttpContext http, Handler list, CancellationToken ct) =>
            (await list.Handle(slug, appointmentTypeId, Languages.Asked(http), ct)).ToHttp(TypedResults.Ok))
        .Produces<Offered>()
        .WithName(nameof(ListOfferedProviders))
        .ForAnyone()
        .Refuses(Refusals.ValidationFailed, Refusals.NotFound);

    public sealed class Handler(Catalogs catalogs)
    {
        /// <param name="slug">The clinic.</param>
        /// <param name="appointmentType">Only who performs it there; null means everybody.</param>
        /// <param name="language">Asked for; null means the practice's own.</param>
        /// <param name="ct">Cancels the read.</param>
        public async Task<Result<Offered>> Handle(string slug, AppointmentTypeId? appointmentType, string? language, CancellationToken ct)
        {
            var catalog = await catalogs.Current(ct);

            if (catalog.ClinicBySlug(slug) is not { } clinic)
            {
                return Refusals.NotFound;
            }

            var type = appointmentType is { } id ? catalog.AppointmentTypes.GetValueOrDefault(id) : null;

            if (appointmentType is not null && (type is null || !Catalog.IsOffered(type, clinic.Id)))
            {
                return Refusals.NotFound;
            }

            var providers = type is not null
                ? catalog.ProvidersFor(type, clinic.Id, null)
                : catalog.Providers.Values.Where(provider => provider.Active && provider.ClinicIds.Contains(clinic.Id)).OrderBy(provider => provider.Id);
            return new Offered([.. providers.Select(provider => Shown(provider, catalog.Practice, language))], null);
        }

        private static OfferedProvider Shown(Provider provider, Practice practice, string? language)
        {
            var spoken = new Spoken(practice, language);
            var words = provider.Translations.GetValueOrDefault(spoken.Language);
            var (title, bio) = (spoken.Text("title", provider.Title, words?.Title), spoken.Text("bio", provider.Bio, words?.Bio));
            return new OfferedProvider(provider.Id, provider.Name, title, bio, provider.AcceptsNewPatients, spoken.FellBackTo, spoken.Untranslated);
        }
    }
}
