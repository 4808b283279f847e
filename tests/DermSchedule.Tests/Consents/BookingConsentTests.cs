using DermSchedule.Audit;
using DermSchedule.Consents;
using DermSchedule.Kernel;
using DermSchedule.Patients;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DermSchedule.Tests.Consents;

/// <summary>What a booking leaves in the ledger, and what the staff see of it.</summary>
public sealed class BookingConsentTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task What_our_page_showed_is_kept_word_for_word_with_the_number_the_address_and_the_time(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var spanish = ConsentTexts.Shown("1.es", "Clínica Uno")!;

        var visit = (await BooksFrom(clinic, "203.0.113.7", Visits.Booking(Visits.Monday(10)) with { SmsConsent = true, ConsentShown = spanish })).Value.Id;

        var patient = await clinic.PatientOf(visit);
        var line = Assert.Single(await clinic.Ledger(patient));
        Assert.Equal((ConsentDecision.Granted, ConsentSource.Wizard, true), (line.Decision, line.Source, line.ShownByUs));
        Assert.Equal((spanish.Words, 1, "es"), (line.Text, line.TextVersion, line.Language));
        Assert.Equal(("+12125550140", "203.0.113.7"), (line.Phone, line.IpAddress));
        Assert.Equal((clinic.Now, DefaultPractice.Clinic), (line.At.ToInstant(), line.ClinicId));
        Assert.Equal((patient, visit.Value), (line.PatientId, line.AppointmentId));
        Assert.Equal((ConsentChannel.Sms, ConsentPurpose.VisitTexts), (line.Channel, line.Purpose));
    }

    [Theory, EveryDatabase]
    public async Task Another_program_is_said_to_have_shown_words_of_its_own(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(10)) with { SmsConsent = true })).Value.Id;

        var line = Assert.Single(await clinic.Ledger(await clinic.PatientOf(visit)));
        Assert.Equal((ConsentDecision.Granted, ConsentSource.Api, false), (line.Decision, line.Source, line.ShownByUs));
        Assert.Equal((1, "en"), (line.TextVersion, line.Language));
        Assert.EndsWith("You can book without it.", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{0}", line.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_box_that_was_shown_and_not_ticked_is_a_refusal_and_ends_an_older_consent(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        await clinic.Books(Visits.Booking(Visits.Monday(10)) with { SmsConsent = true, ConsentShown = Said.English });
        clinic.TimePasses(Duration.FromMinutes(1));

        var visit = (await clinic.Books(Visits.Booking(Visits.Monday(14)) with { SmsConsent = false, ConsentShown = Said.English })).Value.Id;

        Assert.Equal([ConsentDecision.Declined, ConsentDecision.Granted], (await clinic.Ledger(await clinic.PatientOf(visit))).Select(line => line.Decision));
        Assert.False(await clinic.MayText());
    }

    [Theory, EveryDatabase]
    public async Task Where_nobody_was_asked_nothing_is_written(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        await using var mute = clinic.SecondServer(services => services.AddSingleton(new TextMessages(AreSent: false)));

        Assert.Null((await clinic.Books(Visits.Booking(Visits.Monday(10)))).Refusal);
        Assert.Null((await mute.Books(Visits.Booking(Visits.Monday(11)) with { SmsConsent = true, ConsentShown = Said.English })).Refusal);
        Assert.Null((await clinic.BooksAtDesk(Visits.Monday(14), DefaultPractice.Avery, "Bo")).Refusal);

        Assert.Equal(0, await Lines(clinic));
    }

    [Theory, EveryDatabase]
    public async Task A_booking_that_is_refused_leaves_no_line(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        await clinic.Books(Visits.Booking(Visits.Monday(10), DefaultPractice.Avery));

        Assert.NotNull((await clinic.Books(Visits.Booking(Visits.Monday(10), DefaultPractice.Avery, "Eve") with { SmsConsent = true })).Refusal);

        Assert.Equal(0, await Lines(clinic));
    }

    [Theory, EveryDatabase]
    public async Task Consent_for_a_child_is_about_the_number_of_who_books(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);

        await clinic.Books(Visits.Booking(Visits.Monday(10)) with
        {
            Patient = new TypedPerson("Mia", "Rivera", "2015-06-01", "(212) 555-0141", null),
            BookedBy = new TypedGuardian("Ana", "Rivera", "(212) 555-0142", "mother"),
            SmsConsent = true,
        });

        Assert.True(await clinic.MayText(Said.Phone(2)));
        Assert.False(await clinic.MayText(Said.Phone(1)));
    }

    [Theory, EveryDatabase]
    public async Task Staff_see_also_what_was_replied_from_the_number_and_reading_is_in_the_trail(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var patient = await clinic.PatientOf((await clinic.Books(Visits.Booking(Visits.Monday(10)) with { SmsConsent = true })).Value.Id);
        var stranger = await clinic.PatientOf((await clinic.Books(Visits.Booking(Visits.Monday(11), first: "Eve", phone: "(212) 555-0149") with { SmsConsent = true })).Value.Id);
        await clinic.Says(ConsentDecision.Revoked, clinic.Now + Duration.FromMinutes(1));

        Assert.Equal([ConsentDecision.Revoked, ConsentDecision.Granted], (await clinic.Ledger(patient)).Select(line => line.Decision));
        Assert.Equal([ConsentDecision.Granted], (await clinic.Ledger(stranger)).Select(line => line.Decision));
        await using var scope = await clinic.Scope();
        Assert.Equal(2, await scope.Db.Set<AuditEntry>().CountAsync(entry => entry.Action == "patient.consents_read" && (entry.PatientId == patient || entry.PatientId == stranger)));
        Assert.Equal(3, await scope.Db.Set<AuditEntry>().CountAsync(entry => entry.EntityType == "consent"));
    }

    [Theory, EveryDatabase]
    public async Task Lines_come_page_by_page_and_of_another_clinic_only_what_forbids(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var patient = await clinic.PatientOf((await clinic.Books(Visits.Booking(Visits.Monday(10)) with { SmsConsent = true })).Value.Id);
        await clinic.Says(ConsentDecision.Granted, clinic.Now + Duration.FromMinutes(1));
        await clinic.Says(ConsentDecision.Revoked, clinic.Now + Duration.FromMinutes(2));

        var first = (await Lists(clinic, patient, null, limit: 2)).Value;
        var rest = (await Lists(clinic, patient, first.NextCursor, limit: 2)).Value;
        await using var elsewhere = await clinic.Scope();
        elsewhere.Get<Caller>().BecomeStaff(CallerKind.User, Rows.NewOwner(), null, [Role.FrontDesk], [Rows.NewOwner()]);
        var seen = (await elsewhere.Get<ListConsents.Handler>().Handle(new ListConsents.Request(patient, null, null), CancellationToken.None)).Value;

        Assert.Equal([ConsentDecision.Revoked, ConsentDecision.Granted, ConsentDecision.Granted], first.Items.Concat(rest.Items).Select(line => line.Decision));
        Assert.Null(rest.NextCursor);
        Assert.Equal([ConsentDecision.Revoked], seen.Items.Select(line => line.Decision));
        Assert.Equal(Refusals.NotFound, (await Lists(clinic, new PatientId(Rows.NewOwner()), null, limit: 2)).Refusal);
    }

    private static Task<Result<ListConsents.Page>> Lists(TestClinic clinic, PatientId patient, string? cursor, int limit) =>
        clinic.AsDesk((ListConsents.Handler list) => list.Handle(new ListConsents.Request(patient, limit, cursor), CancellationToken.None));

    private static async Task<Result<BookAppointment.Booked>> BooksFrom(TestClinic clinic, string address, BookAppointment.Request request)
    {
        await using var scope = await clinic.Scope();
        scope.Get<Caller>().Address = address;
        return await scope.Get<BookAppointment.Handler>().Handle(DefaultPractice.Slug, request, CancellationToken.None);
    }

    private static async Task<int> Lines(TestClinic clinic)
    {
        await using var scope = await clinic.Scope();
        return await scope.Db.Set<ConsentEntry>().CountAsync();
    }
}
