using DermSchedule.Identity;
using DermSchedule.Kernel;
using DermSchedule.Patients;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Triage;
using DermSchedule.Triage;
using NodaTime;
using Xunit;

namespace DermSchedule.Tests.Scheduling;

/// <summary>With the link of a visit the same patient, or somebody of the family, is booked without typing what the clinic knows; and nothing of it is told.</summary>
public sealed class KnownPeopleTests : ClinicTests
{
    [Theory, EveryDatabase]
    public async Task The_same_patient_comes_again_to_the_same_record(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var first = (await clinic.Books(Visits.Booking(Visits.Monday(10)))).Value;

        var again = (await clinic.Books(Again(first, Visits.Monday(14)))).Value;

        var (one, other) = (await clinic.Visit(first.Id), await clinic.Visit(again.Id));
        Assert.Equal(one.PatientId, other.PatientId);
        Assert.DoesNotContain(VisitFlags.PossibleDuplicate, other.Flags);
    }

    [Theory, EveryDatabase]
    public async Task A_child_that_comes_again_comes_with_the_same_guardian(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var first = (await clinic.Books(Child(Visits.Monday(10)))).Value;

        var again = (await clinic.Books(Again(first, Visits.Monday(14)))).Value;

        var shown = await AtDesk(clinic, again.Id);
        Assert.Equal((await clinic.Visit(first.Id)).PatientId, (await clinic.Visit(again.Id)).PatientId);
        Assert.Equal(("Ana", "+12125550140", "mother"), (shown.Typed!.BookedBy!.FirstName, shown.Typed.BookedBy.Phone, shown.Typed.BookedBy.Relationship));
        Assert.Equal(VisitFor.Child, await clinic.Ask((KnownPeople people) => people.For(new Token(first.ManageToken), CancellationToken.None)));
    }

    [Theory, EveryDatabase]
    public async Task Somebody_of_the_family_is_reached_as_the_first_one_is(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var mine = (await clinic.Books(Visits.Booking(Visits.Monday(10)))).Value;
        var child = Visits.Booking(Visits.Monday(11)) with
        {
            SameAs = mine.ManageToken,
            Patient = new TypedPerson("Tomás", "Rivera", "2020-05-01", null, null),
            BookedBy = new TypedGuardian(null, null, null, "parent"),
        };

        var booked = (await clinic.Books(child)).Value;
        var sibling = (await clinic.Books(Again(booked, Visits.Monday(12)) with { Patient = new TypedPerson("Inés", "Rivera", "2018-05-01", null, null), BookedBy = new TypedGuardian(null, null, null, null) })).Value;
        var adult = (await clinic.Books(Again(mine, Visits.Monday(13)) with { Patient = new TypedPerson("Luis", "Rivera", "1980-05-01", null, null) })).Value;

        var (first, second) = ((await AtDesk(clinic, booked.Id)).Typed!, (await AtDesk(clinic, sibling.Id)).Typed!);
        Assert.Equal(("Tomás", "Ana", "Rivera", "+12125550140", "parent"), (first.FirstName, first.BookedBy!.FirstName, first.BookedBy.LastName, first.BookedBy.Phone, first.BookedBy.Relationship));
        Assert.Equal(("Inés", "Ana", "+12125550140", "parent"), (second.FirstName, second.BookedBy!.FirstName, second.BookedBy.Phone, second.BookedBy.Relationship));
        Assert.Equal("+12125550140", (await AtDesk(clinic, adult.Id)).Typed!.Phone);
    }

    [Theory, EveryDatabase]
    public async Task Who_asks_for_an_interpreter_has_it_on_the_visit_and_a_new_record(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var mandarin = Visits.Booking(Visits.Monday(10));

        var with = (await clinic.Books(mandarin with { Patient = mandarin.Patient! with { Interpreter = " Mandarin " } })).Value;
        var without = (await clinic.Books(Visits.Booking(Visits.Monday(11), first: "Grace"))).Value;
        var again = (await clinic.Books(Again(with, Visits.Monday(14)))).Value;

        Assert.Equal("Mandarin", (await AtDesk(clinic, with.Id)).Typed!.Interpreter);
        Assert.Contains(VisitFlags.InterpreterNeeded, (await clinic.Visit(with.Id)).Flags);
        Assert.Contains(VisitFlags.InterpreterNeeded, (await clinic.Visit(again.Id)).Flags);
        Assert.DoesNotContain(VisitFlags.InterpreterNeeded, (await clinic.Visit(without.Id)).Flags);
    }

    [Theory, EveryDatabase]
    public async Task A_sibling_is_booked_by_whoever_answers_for_the_first_child(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var first = (await clinic.Books(Child(Visits.Monday(10)))).Value;
        var mine = (await clinic.Books(Visits.Booking(Visits.Monday(11)))).Value;
        var sibling = new TypedPerson("Inés", "Rivera", "2018-05-01", null, null);

        var bySibling = (await clinic.Books(Again(first, Visits.Monday(12)) with { Patient = sibling })).Value;
        var byParent = (await clinic.Books(Again(mine, Visits.Monday(13)) with { Patient = sibling with { FirstName = "Luis" } })).Value;

        Assert.Equal(("Ana", "mother"), (await Booker(clinic, bySibling), (await AtDesk(clinic, bySibling.Id)).Typed!.BookedBy!.Relationship));
        Assert.Equal("Ana", await Booker(clinic, byParent));
    }

    [Theory, EveryDatabase]
    public async Task The_same_patient_with_other_company_is_said_in_full(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var first = (await clinic.Books(Child(Visits.Monday(10)))).Value;

        var other = await clinic.Books(Again(first, Visits.Monday(14)) with { BookedBy = new TypedGuardian("Luis", "Rivera", "(212) 555-0155", "father") });

        Assert.Equal("bookedBy", Field(other));
    }

    [Theory, EveryDatabase]
    public async Task What_the_record_lacks_is_not_told_by_name(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var patient = (await clinic.AsDesk((AddPatient.Handler add) => add.Handle(new PatientForm { FirstName = "Noor", LastName = "Aziz", DateOfBirth = "1980-01-02" }, CancellationToken.None))).Value;
        var atDesk = (await clinic.BooksAtDesk(Visits.Monday(10), null, "Noor", request => request with { Patient = null, PatientId = patient.Id })).Value;
        var token = await clinic.Write<Token>(scope => Task.FromResult<Result<Token>>(scope.Get<PatientLinks>().Give(atDesk.Id)));

        var same = await clinic.Books(Visits.Booking(Visits.Monday(14)) with { Patient = null, SameAs = token.Value.Value });
        var wrong = await clinic.Books(Visits.Booking(Visits.Monday(14)) with { Patient = new TypedPerson("", "Aziz", "1990-01-01", null, null), SameAs = token.Value.Value });

        Assert.Equal("sameAs", Field(same));
        Assert.Equal("patient.firstName", Field(wrong));
    }

    [Theory, EveryDatabase]
    public async Task A_link_that_is_wrong_or_over_fills_nothing_in(Engine engine)
    {
        await using var clinic = await OpenClinic(engine, Visits.Host);
        var first = (await clinic.Books(Visits.Booking(Visits.Monday(10)))).Value;

        var wrong = await clinic.Books(Again(first with { ManageToken = Token.New(Token.Visit).Value }, Visits.Monday(14)));
        var none = await clinic.Books(Visits.Booking(Visits.Monday(14)) with { Patient = null });
        clinic.TimePasses(Duration.FromDays(2));
        var old = await clinic.Books(Again(first, Visits.Monday(14) + Duration.FromDays(7)));

        Assert.Equal("sameAs", Field(wrong));
        Assert.Equal("sameAs", Field(old));
        Assert.Equal("patient", Field(none));
        Assert.Null(await clinic.Ask((KnownPeople people) => people.For(new Token(first.ManageToken), CancellationToken.None)));
    }

    private static async Task<string> Booker(TestClinic clinic, BookAppointment.Booked visit) => (await AtDesk(clinic, visit.Id)).Typed!.BookedBy!.FirstName;

    private static string Field(Result<BookAppointment.Booked> answer) => Assert.Single(((IReadOnlyDictionary<string, string[]>)answer.Refusal!.Members["errors"]!).Keys);

    private static BookAppointment.Request Again(BookAppointment.Booked visit, Instant start) => Visits.Booking(start) with { Patient = null, SameAs = visit.ManageToken };

    private static BookAppointment.Request Child(Instant start) => Visits.Booking(start) with
    {
        Patient = new TypedPerson("Tomás", "Rivera", "2020-05-01", null, null),
        BookedBy = new TypedGuardian("Ana", "Rivera", "(212) 555-0140", "mother"),
    };

    private static async Task<VisitView> AtDesk(TestClinic clinic, AppointmentId visit) =>
        (await clinic.AsDesk((ShowAppointment.Handler show) => show.Handle(new ShowAppointment.Request(visit), CancellationToken.None))).Value;
}
