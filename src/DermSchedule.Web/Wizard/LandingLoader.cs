using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Web.Wizard;

public sealed class LandingLoader
{
    public Task<LandingView?> Load(string slug, CancellationToken ct)
    {
        var zone = DateTimeZoneProviders.Tzdb["America/New_York"];
        ZonedDateTime At(int d, int h, int m) => zone.AtStrictly(new LocalDateTime(2026, 12, d, h, m));
        var p = new[] { new ProviderPlate(new ProviderId(Guid.Parse("00000000-0000-0000-0000-000000000001")), "Dr. Amara Johnson", "Board-certified dermatologist", "Skin cancer, moles and surgery. English."), new ProviderPlate(new ProviderId(Guid.Parse("00000000-0000-0000-0000-000000000002")), "Dr. Lin Chen", "Board-certified dermatologist", "Eczema, psoriasis, acne and laser. English, Spanish, Mandarin.") };
        var next = new[] { new FreeTime(At(1, 9, 30), p[1].Id, 1), new FreeTime(At(1, 11, 15), p[0].Id, 1), new FreeTime(At(2, 8, 0), null, 2), new FreeTime(At(2, 14, 30), p[0].Id, 1) };
        LocalTime T(int h) => new(h, 0);
        return Task.FromResult<LandingView?>(new LandingView(
            new ClinicPlate("demo", "Demo Dermatology", "+12125550140", "214 West 17th Street, 3rd floor, New York, NY 10011", zone),
            new TypePlate(new AppointmentTypeId(Guid.Parse("00000000-0000-0000-0000-000000000009")), "Full-body skin check", Category.Medical, "", 30, 30, null, "", true),
            next, new Dictionary<ProviderId, FreeTime> { [p[0].Id] = next[1], [p[1].Id] = next[0] }, p, true, false,
            [.. Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None).Select(d => new OpenDay(d, d >= IsoDayOfWeek.Saturday ? [] : [(T(8), T(17))]))],
            At(1, 9, 0), 10));
    }
}
