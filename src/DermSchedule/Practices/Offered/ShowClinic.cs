using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace DermSchedule.Practices;

/// <summary>Tells a patient where a clinic is, when it is open, and by which rules it keeps, confirms and cancels times.</summary>
public static class ShowClinic
{
    /// <param name="Slug">Its word in addresses.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="TimeZone">IANA.</param>
    /// <param name="Phone">E.164.</param>
    /// <param name="Address">One line.</param>
    /// <param name="OpeningHours">By weekday, in the clinic's wall time; empty where only the providers' hours count.</param>
    /// <param name="Holidays">From today on.</param>
    /// <param name="Policies">In words.</param>
    /// <param name="Language">Of the sentences.</param>
    public sealed record Shown(
        string Slug,
        string Name,
        string TimeZone,
        string Phone,
        string Address,
        IReadOnlyList<HoursWindow> OpeningHours,
        IReadOnlyList<ClosedDay> Holidays,
        PolicyWords Policies,
        string Language);

    /// <param name="Date">The clinic's local day.</param>
    /// <param name="Name">In the language asked for, or in <paramref name="Lang"/>.</param>
    /// <param name="Lang">The practice's language, where the name is not translated.</param>
    public sealed record ClosedDay(LocalDate Date, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Lang);

    internal static void Map(IEndpointRouteBuilder clinic) => clinic
        .MapGet("", async (string slug, HttpContext http, Handler show, CancellationToken ct) =>
            (await show.Handle(slug, Languages.Asked(http), ct)).ToHttp(TypedResults.Ok))
        .Produces<Shown>()
        .WithName(nameof(ShowClinic))
        .ForAnyone()
        .Refuses(Refusals.NotFound);

    public sealed class Handler(Catalogs catalogs, TimeProvider clock, DepositTaking deposits)
    {
        /// <param name="slug">The clinic.</param>
        /// <param name="language">Asked for; null means the practice's own.</param>
        /// <param name="ct">Cancels the read.</param>
        public async Task<Result<Shown>> Handle(string slug, string? language, CancellationToken ct)
        {
            var catalog = await catalogs.Current(ct);

            if (catalog.ClinicBySlug(slug) is not { } clinic)
            {
                return Refusals.NotFound;
            }

            var today = ClinicClock.In(clinic.TimeZone).DateOf(clock.GetCurrentInstant());
            var spoken = new Spoken(catalog.Practice, language).Language;
            return new Shown(
                clinic.Slug,
                clinic.Name,
                clinic.TimeZone,
                clinic.Phone,
                clinic.Address,
                [.. clinic.Hours.OrderBy(hours => hours.Day).ThenBy(hours => hours.Start).Select(hours => HoursWindow.Of(hours))],
                [.. clinic.Holidays.Where(day => day.Date >= today).OrderBy(day => day.Date).Select(day => Closed(day, catalog.Practice, language))],
                PolicyWords.Of(deposits.InForce(catalog.PoliciesAt(clinic.Id)), spoken),
                spoken);
        }

        private static ClosedDay Closed(Holiday day, Practice practice, string? language)
        {
            var spoken = new Spoken(practice, language);
            var name = spoken.Text("name", day.Name, day.Translations?.GetValueOrDefault(spoken.Language)?.Name);
            return new ClosedDay(day.Date, name, spoken.FellBackTo);
        }
    }
}
