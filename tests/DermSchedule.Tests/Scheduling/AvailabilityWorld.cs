using System.Collections.Frozen;
using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Scheduling;
using DermSchedule.Triage;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Tests.Scheduling;

/// <summary>A practice on paper: settings and what is taken, without a database. Every list may be changed until <see cref="Plan"/>.</summary>
public sealed class AvailabilityWorld
{
    public static readonly PracticeId Practice = Id<Practice>(1);

    public AvailabilityWorld(string zone = "America/New_York")
    {
        Clinic = new Clinic { PracticeId = Practice, Id = Id<Clinic>(2), Slug = "demo", Name = "Demo", TimeZone = zone, Phone = "+12125550100", Address = "1 Main St" };
        Branch = new Clinic { PracticeId = Practice, Id = Id<Clinic>(3), Slug = "branch", Name = "Branch", TimeZone = zone, Phone = "+12125550101", Address = "2 Main St" };
        Johnson = AddProvider(11, "Dr. Johnson");
        Type = new AppointmentType
        {
            PracticeId = Practice,
            Id = Id<AppointmentType>(5),
            Name = "Visit",
            Category = Category.Medical,
            DurationMinutes = 30,
            StartGridMinutes = 30,
            MinimumNoticeMinutes = 0,
            HorizonDays = 365,
        };
    }

    public Clinic Clinic { get; }

    public Clinic Branch { get; }

    public Provider Johnson { get; }

    public AppointmentType Type { get; set; }

    public List<Provider> Providers { get; } = [];

    public List<Resource> Resources { get; } = [];

    public List<ProviderSchedule> Schedules { get; } = [];

    public List<ProviderException> Exceptions { get; } = [];

    public List<DateOverride> Overrides { get; } = [];

    public List<BusyTime> Busy { get; } = [];

    public Dictionary<(ProviderId Provider, LocalDate Day), int> Visits { get; } = [];

    /// <summary>A Sunday, long before the days that the tests ask for.</summary>
    public Instant Now { get; set; } = Instant.FromUtc(2027, 1, 3, 12, 0);

    public PatientKind Kind { get; set; } = PatientKind.Established;

    public bool Urgent { get; set; }

    public TriageStanding? Triage => Urgent ? new TriageStanding(default, Clinic.Id, Disposition.Urgent, Disposition.Urgent, [], Now) : null;

    public bool Staff { get; set; }

    public ClinicClock Clock => ClinicClock.In(Clinic.TimeZone);

    public static Id<TOf> Id<TOf>(int number) => new(new Guid(number, 0, 0, new byte[8]));

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    /// <summary>Minutes after midnight: <c>9:00</c>.</summary>
    public static int Wall(string time) => (int.Parse(time.Split(':')[0], null) * 60) + int.Parse(time.Split(':')[1], null);

    public static IEnumerable<WeeklyHours> EveryDay(string start, string end, KeptFor? kept = null) =>
        Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).Select(day => new WeeklyHours(day, Wall(start), Wall(end), kept));

    public Provider AddProvider(int id, string name)
    {
        var provider = new Provider { PracticeId = Practice, Id = Id<Provider>(id), Name = name, ClinicIds = [Clinic.Id, Branch.Id] };
        Providers.Add(provider);
        return provider;
    }

    public ResourceId AddResource(int id, string kind)
    {
        Resources.Add(new Resource { PracticeId = Practice, Id = Id<Resource>(id), ClinicId = Clinic.Id, Name = $"{kind} {id}", Kind = kind });
        return Id<Resource>(id);
    }

    public AvailabilityWorld Works(Provider provider, string start, string end, KeptFor? kept = null) => Works(provider, "2026-01-01", null, [.. EveryDay(start, end, kept)]);

    public AvailabilityWorld Works(Provider provider, string from, string? to, params WeeklyHours[] weekly)
    {
        Schedules.Add(new ProviderSchedule
        {
            PracticeId = Practice,
            ProviderId = provider.Id,
            ClinicId = Clinic.Id,
            EffectiveFrom = Date(from),
            EffectiveTo = to is null ? null : Date(to),
            Weekly = weekly,
        });
        return this;
    }

    public void Except(Provider provider, ExceptionKind kind, string from, string to, ClinicId? clinic) => Exceptions.Add(new ProviderException
    {
        PracticeId = Practice,
        Id = Id<ProviderException>(900 + Exceptions.Count),
        ProviderId = provider.Id,
        ClinicId = clinic,
        Kind = kind,
        StartsAt = At(from),
        EndsAt = At(to),
    });

    public void Override(Provider provider, string date, params (string Start, string End)[] windows) => Overrides.Add(new DateOverride
    {
        PracticeId = Practice,
        ProviderId = provider.Id,
        ClinicId = Clinic.Id,
        Date = Date(date),
        Windows = [.. windows.Select(window => new WeeklyHours(Date(date).DayOfWeek, Wall(window.Start), Wall(window.End)))],
    });

    /// <summary>An instant from the clinic's wall: <c>2027-01-04 09:00</c>.</summary>
    public Instant At(string wall) => Clock.Bound(Date(wall[..10]).AtMidnight().PlusMinutes(Wall(wall[11..])));

    public void Takes(ResourceId resource, string from, string to, int lane = 0, int lanes = 1, ClinicId? clinic = null, Guid owner = default) => Busy.Add(new BusyTime(
        resource, clinic ?? Clinic.Id, lane, lane + lanes, EpochMinutes.Down(At(from)), EpochMinutes.Up(At(to)), ReservationKind.Appointment, owner));

    public Catalog Catalog() => new()
    {
        Practice = new Practice { Id = Practice, Name = "Demo Dermatology" },
        Clinics = new[] { Clinic, Branch }.ToFrozenDictionary(clinic => clinic.Id),
        Providers = Providers.ToFrozenDictionary(provider => provider.Id),
        Resources = Resources.ToFrozenDictionary(resource => resource.Id),
        AppointmentTypes = new[] { Type }.ToFrozenDictionary(type => type.Id),
        Schedules = Schedules,
        Exceptions = Exceptions,
        DateOverrides = Overrides,
        PolicySets = FrozenDictionary<ClinicId, PolicySet>.Empty,
    };

    public AvailabilityPlan Plan() => AvailabilityPlan.For(Catalog(), Clinic, Type, Kind, Urgent);

    public IReadOnlyList<BusyTime> Rows() => [.. Busy.OrderBy(row => row.Resource).ThenBy(row => row.StartMinute)];

    public AvailabilityQuestion Question(string from, string to, ProviderId? provider = null) => new(Date(from), Date(to), Now) { Provider = provider, Staff = Staff };

    public IReadOnlyList<FreeDay> Find(string from, string to, ProviderId? provider = null) =>
        Availability.Find(Plan(), Question(from, to, provider), Rows(), Visits);

    /// <summary>The free wall times of one day: <c>09:00 09:30</c>.</summary>
    public string Times(string date, ProviderId? provider = null) => string.Join(' ', Find(date, date, provider)
        .SelectMany(day => day.Slots).Select(slot => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(Clock.WallOf(slot.StartsAt).TimeOfDay)));

    public SlotVerdict Check(string start, bool overbook = false, Guid? except = null, Provider? provider = null, int? minutes = null)
    {
        var plan = Plan();
        var wish = new SlotWish(Clinic, Type, null, At(start), Kind) { Staff = Staff, Overbook = overbook, Triage = Triage, Minutes = minutes };
        var who = (provider ?? Johnson).Id;
        return SlotCheck.Of(plan, wish, who, Rows(), Visits.GetValueOrDefault((who, Clock.DateOf(wish.StartsAt))), Now, except);
    }
}
