using DermSchedule.Kernel;
using DermSchedule.Patients;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DermSchedule.Tests.Scheduling;

/// <summary>How tests hold, book and move, in the clinic's words.</summary>
internal static class Visits
{
    /// <summary>Monday, 1 March 2027, at this wall time in New York.</summary>
    public static Instant Monday(int hour, int minute = 0) => Instant.FromUtc(2027, 3, 1, hour + 5, minute);

    /// <summary>Adapters that the host brings in production.</summary>
    public static void Host(IServiceCollection services) => services
        .AddSingleton(new PublicAddress("https://clinic.example"))
        .AddSingleton(new HoldCap { PerVisitor = null });

    public static BookAppointment.Request Booking(Instant start, ProviderId? provider = null, string first = "Ana", string phone = "(212) 555-0140") => new()
    {
        AppointmentTypeId = DefaultPractice.SkinCheck,
        ProviderId = provider,
        Start = start,
        Patient = new TypedPerson(first, "Rivera", "1985-04-12", phone, null),
        PatientKind = PatientKind.New,
    };

    public static BookAppointment.Request WithHold(string token) => Booking(default) with { HoldToken = token, AppointmentTypeId = null, Start = null };

    public static Task<Result<BookAppointment.Booked>> Books(this TestClinic clinic, BookAppointment.Request request) =>
        clinic.Ask((BookAppointment.Handler book) => book.Handle(DefaultPractice.Slug, request, CancellationToken.None));

    public static Task<Result<HoldSlot.Held>> Holds(this TestClinic clinic, Instant start, ProviderId? provider = null, string? replaces = null) =>
        clinic.Ask((HoldSlot.Handler hold) => hold.Handle(
            DefaultPractice.Slug,
            new HoldSlot.Request { AppointmentTypeId = DefaultPractice.SkinCheck, ProviderId = provider, Start = start, PatientKind = PatientKind.New, Replaces = replaces },
            CancellationToken.None));

    /// <summary>Asks as a member of staff with every role.</summary>
    public static async Task<TAnswer> AsDesk<TService, TAnswer>(this TestClinic clinic, Func<TService, Task<TAnswer>> ask)
        where TService : notnull
    {
        await using var scope = await clinic.Scope();
        scope.Get<Caller>().BecomeStaff(CallerKind.User, new Guid("01950000-0000-7000-8000-0000000000aa"), null, Enum.GetValues<Role>(), null);
        return await ask(scope.Get<TService>());
    }

    /// <summary>Asks with the link of a visit.</summary>
    public static async Task<TAnswer> AsPatient<TService, TAnswer>(this TestClinic clinic, AppointmentId visit, Func<TService, Task<TAnswer>> ask)
        where TService : notnull
    {
        await using var scope = await clinic.Scope();
        scope.Get<Caller>().BecomePatient(visit.Value);
        return await ask(scope.Get<TService>());
    }

    public static Task<Result<VisitView>> Moves(this TestClinic clinic, AppointmentId visit, Instant to, ProviderId? provider = null) =>
        clinic.AsPatient(visit, (RescheduleAppointment.Handler move) => move.Handle(visit, new RescheduleAppointment.Request { Start = to, ProviderId = provider }, CancellationToken.None));

    public static Task<Result<CancelAppointment.Cancelled>> Cancels(this TestClinic clinic, AppointmentId visit) =>
        clinic.AsPatient(visit, (CancelAppointment.Handler cancel) => cancel.Handle(new CancelAppointment.Request(visit, null, null), CancellationToken.None));

    public static Task<Result<VisitView>> Sets(this TestClinic clinic, AppointmentId visit, ChangeAppointment.Request change, string? ifMatch = "*") =>
        clinic.AsDesk((ChangeAppointment.Handler handler) => handler.Handle(visit, change, ifMatch, CancellationToken.None));

    public static Task<Result<VisitView>> BooksAtDesk(this TestClinic clinic, Instant start, ProviderId? provider, string first, Func<BookAtDesk.Request, BookAtDesk.Request>? with = null)
    {
        var request = new BookAtDesk.Request
        {
            ClinicId = DefaultPractice.Clinic,
            AppointmentTypeId = DefaultPractice.SkinCheck,
            ProviderId = provider,
            Start = start,
            Patient = new TypedPerson(first, "Rivera", "1985-04-12", "(212) 555-0140", null),
            PatientKind = PatientKind.New,
        };
        return clinic.AsDesk((BookAtDesk.Handler book) => book.Handle(with is null ? request : with(request), CancellationToken.None));
    }

    /// <summary>Offers the default type on another grid.</summary>
    public static Task HasGrid(this TestClinic clinic, int minutes) => clinic.Write<Done>(async scope =>
    {
        await scope.Get<Catalogs>().Touch(CancellationToken.None);
        var type = await scope.Db.Set<AppointmentType>().SingleAsync(it => it.Id == DefaultPractice.SkinCheck);
        type.StartGridMinutes = minutes;
        return Done.Instance;
    });
}
