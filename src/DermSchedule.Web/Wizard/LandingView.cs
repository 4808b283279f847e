using NodaTime;

namespace DermSchedule.Web.Wizard;

/// <summary>Everything the landing page of a clinic shows.</summary>
/// <param name="First">The visit the free times are for: the first that anybody may book online; null when there is none.</param>
/// <param name="Next">Its nearest free times, soonest first.</param>
/// <param name="NextOf">The soonest of each provider.</param>
/// <param name="Holidays">What the clinic is closed for in the week that begins today.</param>
public sealed record LandingView(
    ClinicPlate Clinic,
    TypePlate? First,
    IReadOnlyList<FreeTime> Next,
    IReadOnlyDictionary<ProviderId, FreeTime> NextOf,
    IReadOnlyList<ProviderPlate> Providers,
    bool MedicalOnline,
    bool CosmeticOnline,
    bool HasCosmetic,
    IReadOnlyList<OpenDay> Hours,
    IReadOnlyDictionary<LocalDate, string> Holidays,
    ZonedDateTime Now,
    string HoldRule)
{
    /// <summary>Where a time on this page leads: the first question of the wizard, with the visit and the time chosen already.</summary>
    public string BookAt(FreeTime time, ProviderId? provider = null) =>
        $"/{Clinic.Slug}/book?visit={First!.Id}&day={time.Start.Date:uuuu-MM-dd}{(provider is null ? "" : $"&with={provider}")}&start={Uri.EscapeDataString(time.Value)}";

    public ProviderPlate? ProviderOf(FreeTime time) => Providers.FirstOrDefault(provider => provider.Id == time.Provider);

    /// <summary>Why the clinic is closed on the next of these weekdays; null when it is not.</summary>
    public (LocalDate Date, string Name)? ClosedOn(IsoDayOfWeek day)
    {
        var date = Now.Date.DayOfWeek == day ? Now.Date : Now.Date.Next(day);
        return Holidays.GetValueOrDefault(date) is { } name ? (date, name) : null;
    }

    public bool IsOpenNow => !Holidays.ContainsKey(Now.Date) && Hours.Single(day => day.Day == Now.DayOfWeek).Windows.Any(window => window.Start <= Now.TimeOfDay && (Now.TimeOfDay < window.End || window.End <= window.Start));

    /// <summary>Whether the clinic states hours at all; without any it goes by appointment.</summary>
    public bool HasHours => Hours.Any(day => day.Windows.Count > 0);
}
