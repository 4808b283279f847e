using DermSchedule.Patients;
using DermSchedule.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Patients;

public sealed class PatientRecordsTests : ClinicTests
{
    private static readonly PersonDetails Maria = Person("María José", "García-López", "+12125550140", "maria@example.org");

    [Theory, EveryDatabase]
    public async Task A_second_booking_joins_the_record_whatever_the_spelling(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var first = await Match(clinic, Maria);

        var again = await Match(clinic, Maria with { FirstName = "MARIA JOSE", LastName = "garcia lopez", Email = "other@example.org", Payer = "medicaid" });

        Assert.False(first.Joined);
        Assert.Equal(first with { Joined = true }, again);

        // Nothing typed online changes the record.
        var contact = await clinic.Ask((PatientRecords records) => records.ContactOf(first.PatientId, 18, CancellationToken.None));
        Assert.Equal("maria@example.org", contact!.Email);
        Assert.Equal("María José", contact.Name.First);
    }

    [Theory, EveryDatabase]
    public async Task The_same_name_and_birth_date_without_a_common_contact_is_flagged(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var first = await Match(clinic, Maria);

        var other = await Match(clinic, Maria with { Phone = Phone("+12125550199"), Email = null });

        Assert.NotEqual(first.PatientId, other.PatientId);
        Assert.False(first.PossibleDuplicate);
        Assert.True(other.PossibleDuplicate);
    }

    [Theory, EveryDatabase]
    public async Task Twins_and_namesakes_share_a_phone_and_not_a_record(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var maria = await Match(clinic, Maria);

        var twin = await Match(clinic, Maria with { FirstName = "Ana" });
        var namesake = await Match(clinic, Maria with { DateOfBirth = new LocalDate(1990, 1, 1) });

        Assert.Equal(3, new[] { maria.PatientId, twin.PatientId, namesake.PatientId }.Distinct().Count());
        Assert.False(twin.PossibleDuplicate || namesake.PossibleDuplicate);
    }

    [Theory, EveryDatabase]
    public async Task Ten_first_bookings_of_one_person_at_once_make_one_record(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        await using var second = clinic.SecondServer();

        var answers = engine == Engine.Postgres
            ? await Together(10, caller => Match(caller % 2 == 0 ? clinic : second, Maria))
            : await Together(10, _ => Match(clinic, Maria));

        Assert.Single(answers.Select(answer => answer.PatientId).Distinct());
        Assert.Single(answers, answer => !answer.Joined);
    }

    [Theory, EveryDatabase]
    public async Task A_parent_books_for_a_child_who_has_no_phone(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var parent = new GuardianDetails("Ana", "García", Phone("+12125550177"), "ana@example.org", "mother", "es");
        var child = Maria with { DateOfBirth = new LocalDate(2019, 5, 5), Phone = null, Email = null, PreferredLanguage = "en" };

        var first = await MatchGuarded(clinic, child, parent);
        var again = await MatchGuarded(clinic, child, parent);

        Assert.Equal(first with { Joined = true }, again);
        var contact = await clinic.Ask((PatientRecords records) => records.ContactOf(first.PatientId, 18, CancellationToken.None));
        Assert.True(contact!.ThroughGuardian);
        Assert.Equal("+12125550177", contact.Phone!.Value.E164);
        Assert.Equal("es", contact.PreferredLanguage);
        Assert.Equal("María José", contact.Name.First);

        // On the 18th birthday the guardian's contact stops.
        clinic.Clock.Set(Instant.FromUtc(2037, 5, 5, 12, 0));
        var grown = await clinic.Ask((PatientRecords records) => records.ContactOf(first.PatientId, 18, CancellationToken.None));
        Assert.False(grown!.ThroughGuardian);
        Assert.Null(grown.Phone);
    }

    [Theory, EveryDatabase]
    public async Task A_child_of_the_same_name_with_another_parent_is_another_child(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var child = Maria with { DateOfBirth = new LocalDate(2019, 5, 5), Phone = null, Email = null };
        var first = await MatchGuarded(clinic, child, new GuardianDetails("Ana", "García", Phone("+12125550177"), null, "mother", "en"));

        var other = await MatchGuarded(clinic, child, new GuardianDetails("Eva", "López", Phone("+12125550188"), null, "mother", "en"));

        Assert.NotEqual(first.PatientId, other.PatientId);
        Assert.True(other.PossibleDuplicate);
    }

    [Theory, EveryDatabase]
    public async Task Names_come_in_one_question_and_only_of_this_practice(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);
        var maria = await Match(clinic, Maria);
        var nobody = new PatientId(Guid.Empty);

        var names = await clinic.Ask((PatientRecords records) => records.Names([maria.PatientId, nobody], CancellationToken.None));

        Assert.Equal("María José García-López", Assert.Single(names).Value.Display);
        Assert.True(await clinic.Ask((PatientRecords records) => records.Exists(maria.PatientId, CancellationToken.None)));
        Assert.False(await clinic.Ask((PatientRecords records) => records.Exists(nobody, CancellationToken.None)));
    }

    [Theory, EveryDatabase]
    public async Task A_record_is_known_to_the_unit_that_makes_it(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        var seen = await clinic.Write<string>(async scope =>
        {
            var records = scope.Get<PatientRecords>();
            var added = await records.MatchOrAdd(Maria, clinic.Now, CancellationToken.None);
            var again = await records.MatchOrAdd(Maria, clinic.Now, CancellationToken.None);
            Assert.Equal(added with { Joined = true }, again);
            Assert.True(await records.Exists(added.PatientId, CancellationToken.None));
            Assert.Equal("maria@example.org", (await records.ContactOf(added.PatientId, 18, CancellationToken.None))!.Email);
            return (await records.Names([added.PatientId], CancellationToken.None))[added.PatientId].Display;
        });

        Assert.Equal("María José García-López", seen.Value);
    }

    [Theory, EveryDatabase]
    public async Task A_booking_that_is_refused_leaves_no_record_behind(Engine engine)
    {
        await using var clinic = await OpenClinic(engine);

        await clinic.Write<Done>(async scope =>
        {
            await scope.Get<PatientRecords>().MatchOrAdd(Maria, clinic.Now, CancellationToken.None);
            return Refusals.NotFound;
        });

        await using var scope = await clinic.Scope();
        Assert.Empty(await scope.Db.Set<Patient>().ToListAsync(TestContext.Current.CancellationToken));
        Assert.False((await Match(clinic, Maria)).Joined);
    }

    internal static PersonDetails Person(string first, string last, string? phone = null, string? email = null, string born = "1985-04-12") => new(
        first, last, NodaTime.Text.LocalDatePattern.Iso.Parse(born).Value, phone is null ? null : Phone(phone), email, "en", null, null);

    internal static PhoneNumber Phone(string typed) => PhoneNumber.TryParse(typed, out var phone) ? phone : throw new ArgumentException(typed, nameof(typed));

    internal static async Task<MatchedPatient> Match(TestClinic clinic, PersonDetails person) =>
        (await clinic.Write<MatchedPatient>(async scope => await scope.Get<PatientRecords>().MatchOrAdd(person, clinic.Now, CancellationToken.None))).Value;

    private static async Task<MatchedPatient> MatchGuarded(TestClinic clinic, PersonDetails person, GuardianDetails parent) =>
        (await clinic.Write<MatchedPatient>(async scope => await scope.Get<PatientRecords>().MatchOrAddGuarded(person, parent, 18, clinic.Now, CancellationToken.None))).Value;
}
