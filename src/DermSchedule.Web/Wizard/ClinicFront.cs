using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Triage;
using DermSchedule.Web.Ui;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Web.Wizard;

/// <summary>What a clinic says about itself to a patient, in the reader's language. One per request; entered before a page of the clinic is made.</summary>
public sealed class ClinicFront(
    PracticeDirectory directory, ShowClinic.Handler show, ListOfferedTypes.Handler listTypes, ListOfferedProviders.Handler listProviders, Catalogs catalogs, Texts texts)
{
    private static readonly LocalTimePattern Wall = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private ShowClinic.Shown? shown;

    /// <summary>Null until entered.</summary>
    public ClinicPlate? Clinic { get; private set; }

    /// <summary>How long a chosen time is kept, in a sentence.</summary>
    public string HoldRule => shown?.Policies.Hold ?? "";

    /// <summary>What the clinic asks of who books.</summary>
    public Policies Policies { get; private set; } = Policies.Default;

    /// <summary>Enters the practice of a slug; false when no clinic has it.</summary>
    public async Task<bool> Enter(string slug, CancellationToken ct) =>
        Slugs.IsValid(slug) && await directory.EnterBySlug(slug, ct) && await Open(slug, ct);

    /// <summary>Reads a clinic of the practice that was entered already.</summary>
    public async Task<bool> Open(string slug, CancellationToken ct)
    {
        if ((await show.Handle(slug, texts.Code, ct)).IsRefused(out _, out shown))
        {
            return false;
        }

        // Showing the clinic has just read its settings.
        Policies = catalogs.Remembered is { } catalog && catalog.ClinicBySlug(slug) is { } clinic ? catalog.PoliciesAt(clinic.Id) : Policies.Default;
        Clinic = new ClinicPlate(shown.Slug, shown.Name, shown.Phone, shown.Address, ClinicClock.In(shown.TimeZone).Zone);
        return true;
    }

    public async Task<IReadOnlyList<TypePlate>> Types(CancellationToken ct)
    {
        var offered = (await listTypes.Handle(Clinic!.Slug, null, texts.Code, ct)).Value;

        // Deposits are not taken online yet: for these the phone is the way.
        return [.. offered.Items.Select(type => new TypePlate(
            type.Id, type.Name, type.Category, type.Description, type.DurationMinutes, type.DurationMinutesNewPatient ?? type.DurationMinutes,
            type.Deposit, type.Preparation, Online: type.Deposit is null, type.UrgentOnly, type.Lang))];
    }

    /// <param name="type">Only who performs it; null means everybody.</param>
    /// <param name="kind">Only who takes such patients; null means everybody.</param>
    /// <param name="ct">Cancels the read.</param>
    public async Task<IReadOnlyList<ProviderPlate>> Providers(AppointmentTypeId? type, PatientKind? kind, CancellationToken ct)
    {
        if ((await listProviders.Handle(Clinic!.Slug, type, texts.Code, ct)).IsRefused(out _, out var offered))
        {
            return [];
        }

        return [.. offered.Items.Where(provider => kind != PatientKind.New || provider.AcceptsNewPatients)
            .Select(provider => new ProviderPlate(provider.Id, Wording.Together(provider.Name), provider.Title, provider.Bio, provider.Lang))];
    }

    /// <summary>Monday to Sunday.</summary>
    public IReadOnlyList<OpenDay> Hours() => [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).Select(day => new OpenDay(
        day, [.. shown!.OpeningHours.Where(window => window.Day == day).Select(window => (At(window.Start!), At(window.End!)))]))];

    /// <summary>Whether somebody answers the clinic's phone now, and what to call when not.</summary>
    public ClinicDoor Door(Instant now) => catalogs.Remembered is { } catalog && catalog.ClinicBySlug(Clinic!.Slug) is { } clinic
        ? ClinicDoor.At(catalog, clinic, now)
        : new ClinicDoor(IsOpen: false, Clinic!.Phone, AfterHoursPhone: null);

    /// <summary>Whether the clinic is closed for a holiday on this day; its name when it is.</summary>
    public string? HolidayOn(LocalDate date) => shown!.Holidays.FirstOrDefault(day => day.Date == date)?.Name;

    // "24:00" is midnight, the end of the day.
    private static LocalTime At(string wall) => string.Equals(wall, "24:00", StringComparison.Ordinal) ? LocalTime.Midnight : Wall.Parse(wall).Value;
}
