using DermSchedule.Consents;
using DermSchedule.Scheduling;
using DermSchedule.Tests.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Tests.Consents;

/// <summary>What people say about texts, in the clinic's words.</summary>
internal static class Said
{
    public static readonly ConsentText English = ConsentTexts.Today.In("en", "Test Clinic");

    /// <summary>The n-th number; number 0 is the one that <see cref="Visits.Booking"/> gives.</summary>
    public static PhoneNumber Phone(int number) => PhoneNumber.TryParse($"212555{140 + number:0000}", out var phone) ? phone : throw new ArgumentOutOfRangeException(nameof(number));

    /// <summary>Writes one line; how a reply to a text will.</summary>
    public static Task Says(
        this TestClinic clinic, ConsentDecision decision, Instant at, PhoneNumber? phone = null, ClinicId? where = null, ConsentSource source = ConsentSource.TextReply) => clinic.Write<Done>(scope =>
        {
            scope.Get<ConsentLedger>().Record(new ConsentSaid(where ?? DefaultPractice.Clinic, phone ?? Phone(0), ConsentPurpose.VisitTexts, decision, source), at);
            return Task.FromResult<Result<Done>>(Done.Instance);
        });

    public static Task<bool> MayText(this TestClinic clinic, PhoneNumber? phone = null, ClinicId? where = null) =>
        clinic.Ask((ConsentLedger ledger) => ledger.IsGranted(phone ?? Phone(0), where ?? DefaultPractice.Clinic, ConsentPurpose.VisitTexts, CancellationToken.None));

    /// <summary>Whose visit it is.</summary>
    public static Task<PatientId> PatientOf(this TestClinic clinic, AppointmentId visit) =>
        clinic.Ask((DermSchedule.Data.ScheduleDb db) => db.Set<Appointment>().Where(row => row.Id == visit).Select(row => row.PatientId).SingleAsync());

    public static async Task<IReadOnlyList<ListConsents.Item>> Ledger(this TestClinic clinic, PatientId patient) =>
        (await clinic.AsDesk((ListConsents.Handler list) => list.Handle(new ListConsents.Request(patient, null, null), CancellationToken.None))).Value.Items;
}
