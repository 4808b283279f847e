using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Infrastructure;
using DermSchedule.Tests.Scheduling;
using DermSchedule.Triage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Tests.Triage;

/// <summary>How tests answer the questions of triage, in a patient's words.</summary>
internal static class Answers
{
    public const string Emergency = "My throat is closing and I can't breathe.";
    public const string SameDay = "The wound from my surgery is full of pus, red and hot, and I have a fever.";
    public const string Urgent = "The mole on my back got bigger and darker and it bleeds.";
    public const string Routine = "Acne on my chin, I would like a cream.";

    public static SubmitTriage.Request Of(string symptoms) => new()
    {
        PatientKind = PatientKind.New,
        Category = Category.Medical,
        Concern = "other",
        Symptoms = symptoms,
    };

    public static Task<Result<SubmitTriage.Judged>> Says(this TestClinic clinic, SubmitTriage.Request request, string? language = null) =>
        clinic.Ask((SubmitTriage.Handler submit) => submit.Handle(DefaultPractice.Slug, request, language, CancellationToken.None));

    public static async Task<SubmitTriage.Judged> Says(this TestClinic clinic, string symptoms) => (await clinic.Says(Of(symptoms))).Value;

    public static BookAppointment.Request With(this BookAppointment.Request booking, SubmitTriage.Judged triage) =>
        booking with { TriageId = triage.Id.ToString(), TriageToken = triage.Token };

    public static Task<Result<HoldSlot.Held>> Holds(this TestClinic clinic, Instant start, AppointmentTypeId type, SubmitTriage.Judged? triage) =>
        clinic.Ask((HoldSlot.Handler hold) => hold.Handle(
            DefaultPractice.Slug,
            new HoldSlot.Request { AppointmentTypeId = type, Start = start, PatientKind = PatientKind.New, TriageId = triage?.Id.ToString(), TriageToken = triage?.Token },
            CancellationToken.None));

    /// <summary>The clinic keeps a kind of visit for urgent patients.</summary>
    public static async Task<AppointmentTypeId> HasUrgentVisits(this TestClinic clinic)
    {
        var id = new AppointmentTypeId(new Guid("01950000-0000-7000-8000-0000000000f1"));
        await clinic.Write<Done>(async scope =>
        {
            scope.Db.Add(new AppointmentType
            {
                PracticeId = DefaultPractice.Practice,
                Id = id,
                Name = "Urgent skin lesion check",
                Category = Category.Medical,
                DurationMinutes = 30,
                UrgentOnly = true,
                Concerns = ["lesion_urgent"],
            });
            await scope.Get<Catalogs>().Touch(CancellationToken.None);
            return Done.Instance;
        });
        return id;
    }

    public static async Task<Appointment> Visit(this TestClinic clinic, AppointmentId id)
    {
        await using var scope = await clinic.Scope();
        return await scope.Db.Set<Appointment>().AsNoTracking().SingleAsync(visit => visit.Id == id);
    }
}
