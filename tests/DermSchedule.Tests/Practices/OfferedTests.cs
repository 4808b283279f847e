using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Settings;

public sealed class OfferedTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task Clinics_of_every_practice_that_take_online_booking_are_listed(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await OtherPractice.Opened(clinic);
        await OtherPractice.Opened(clinic, "closed-door");
        await using var third = clinic.Stranger();
        await third.Get<PracticeDirectory>().EnterBySlug("closed-door", CancellationToken.None);
        var type = (await third.Get<Catalogs>().Current(CancellationToken.None)).AppointmentTypes.Keys.Single();
        await third.Get<ChangeAppointmentType.Handler>().Handle(type, Said.Json("""{ "onlineBookable": false }"""), CancellationToken.None);

        await using var stranger = clinic.Stranger();
        var seen = new List<string>();
        string? cursor = null;

        do
        {
            var page = (await stranger.Get<ListOpenClinics.Handler>().Handle(new ListOpenClinics.Request(1, cursor), CancellationToken.None)).Value;
            seen.AddRange(page.Items.Select(item => item.Slug));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(["demo-test", "lakeside"], seen);
        Assert.Equal(["cursor", "limit"], (await stranger.Get<ListOpenClinics.Handler>().Handle(new ListOpenClinics.Request(0, "?"), CancellationToken.None)).Fields());
    }

    [Theory, EveryDatabase]
    public async Task A_text_without_translation_falls_back_and_says_so(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await clinic.Ask((ChangeAppointmentType.Handler change) => change.Handle(
            DefaultPractice.SkinCheck, Said.Json("""{ "description": "From head to toe.", "translations": { "es": { "name": "Revisión de la piel" } } }"""), CancellationToken.None));

        var spanish = Assert.Single((await Types(clinic, null, "es")).Value.Items);
        var english = Assert.Single((await Types(clinic, "medical", null)).Value.Items);

        Assert.Equal(("Revisión de la piel", "From head to toe.", "en"), (spanish.Name, spanish.Description, spanish.Lang));
        Assert.Equal(["description"], spanish.Untranslated);
        Assert.Equal(("Skin check", null), (english.Name, english.Lang));
        Assert.Empty((await Types(clinic, "cosmetic", null)).Value.Items);
        Assert.Equal(["category"], (await Types(clinic, "dental", null)).Fields());
    }

    [Theory, EveryDatabase]
    public async Task Only_who_performs_the_visit_there_is_offered(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var other = await OtherPractice.Opened(clinic);
        await clinic.Ask((ChangeAppointmentType.Handler change) => change.Handle(
            DefaultPractice.SkinCheck, Said.Json($$"""{ "providerIds": ["{{DefaultPractice.Brook}}"] }"""), CancellationToken.None));
        Task<Result<ListOfferedProviders.Offered>> Providers(AppointmentTypeId? type) =>
            clinic.Ask((ListOfferedProviders.Handler list) => list.Handle(DefaultPractice.Slug, type, null, CancellationToken.None));

        Assert.Equal(["Dr. Avery", "Dr. Brook"], (await Providers(null)).Value.Items.Select(item => item.Name));
        Assert.Equal(["Dr. Brook"], (await Providers(DefaultPractice.SkinCheck)).Value.Items.Select(item => item.Name));
        Assert.Equal(Refusals.NotFound, (await Providers(other.Type)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_clinic_shows_its_hours_its_next_holidays_and_its_rules(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await clinic.Write<Done>(async scope =>
        {
            await scope.Get<Catalogs>().Touch(CancellationToken.None);
            var place = await scope.Db.FindAsync<Clinic>(DefaultPractice.Practice, DefaultPractice.Clinic);
            place!.Hours = [new WeeklyHours(IsoDayOfWeek.Tuesday, 540, 1440), new WeeklyHours(IsoDayOfWeek.Monday, 540, 1020)];
            place.Holidays = [new Holiday(new LocalDate(2027, 2, 15), "Past"), new Holiday(new LocalDate(2027, 7, 5), "Independence Day")];
            return Done.Instance;
        });

        var shown = (await clinic.Ask((ShowClinic.Handler show) => show.Handle(DefaultPractice.Slug, "es", CancellationToken.None))).Value;

        Assert.Equal(["09:00–17:00", "09:00–24:00"], shown.OpeningHours.Select(hours => $"{hours.Start}–{hours.End}"));
        Assert.Equal(new ShowClinic.ClosedDay(new LocalDate(2027, 7, 5), "Independence Day", "en"), Assert.Single(shown.Holidays));
        Assert.StartsWith("Le guardamos", shown.Policies.Hold, StringComparison.Ordinal);
        Assert.Equal(Refusals.NotFound, (await clinic.Ask((ShowClinic.Handler show) => show.Handle("nobody", null, CancellationToken.None))).Refusal);
    }

    [Theory]
    [InlineData("es-MX,en;q=0.8", "es")]
    [InlineData("fr, en;q=0.5, es;q=0.7", "es")]
    [InlineData("de", null)]
    [InlineData("es;q=0, en", "en")]
    [InlineData("", null)]
    [InlineData("not a header;;", null)]
    public void The_first_language_we_speak_is_meant(string header, string? language)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = header;

        Assert.Equal(language, Languages.Asked(http));
        Assert.Equal("Accept-Language", http.Response.Headers.Vary);
    }

    private static Task<Result<ListOfferedTypes.Offered>> Types(TestClinic clinic, string? category, string? language) =>
        clinic.Ask((ListOfferedTypes.Handler list) => list.Handle(DefaultPractice.Slug, category, language, CancellationToken.None));
}
