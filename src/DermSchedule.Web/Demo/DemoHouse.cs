using DermSchedule.Data;
using DermSchedule.Kernel;
using DermSchedule.Practices;

namespace DermSchedule.Web.Demo;

/// <summary>What the records of the demo became in the database.</summary>
/// <param name="Clinics">By slug.</param>
/// <param name="Providers">By key.</param>
/// <param name="Types">By name.</param>
internal sealed record DemoPlaces(
    IReadOnlyDictionary<string, ClinicId> Clinics,
    IReadOnlyDictionary<string, ProviderId> Providers,
    IReadOnlyDictionary<string, AppointmentTypeId> Types);

/// <summary>Opens the clinics and says who works there, where, when and what on.</summary>
internal sealed class DemoHouse(
    ScheduleDb db,
    AddClinic.Handler addClinic,
    AddProvider.Handler addProvider,
    AddResource.Handler addResource,
    AddAppointmentType.Handler addType,
    DemoHoursWriter hours)
{
    public async Task<DemoPlaces> Furnish(DemoPractice practice, CancellationToken ct)
    {
        var clinics = await Clinics(practice, ct);
        var providers = await Providers(practice, clinics, ct);

        foreach (var resource in practice.Resources)
        {
            await db.Planted(await addResource.Handle(new AddResource.Request { ClinicId = clinics[resource.Clinic], Name = resource.Name, Kind = resource.Kind }, ct), ct);
        }

        return new DemoPlaces(clinics, providers, await Types(practice, clinics, providers, ct));
    }

    private async Task<Dictionary<string, ClinicId>> Clinics(DemoPractice practice, CancellationToken ct)
    {
        var ids = new Dictionary<string, ClinicId>(StringComparer.Ordinal);

        foreach (var clinic in practice.Clinics)
        {
            var request = new AddClinic.Request
            {
                Slug = clinic.Slug,
                Name = clinic.Name,
                MessageName = clinic.MessageName,
                TimeZone = clinic.TimeZone,
                Phone = clinic.Phone,
                Address = clinic.Address,
            };
            ids[clinic.Slug] = (await db.Planted(await addClinic.Handle(request, ct), ct)).Id;
            await hours.Open(clinic, ids[clinic.Slug], ct);
        }

        return ids;
    }

    private async Task<Dictionary<string, ProviderId>> Providers(DemoPractice practice, Dictionary<string, ClinicId> clinics, CancellationToken ct)
    {
        var ids = new Dictionary<string, ProviderId>(StringComparer.Ordinal);

        foreach (var provider in practice.Providers)
        {
            var request = provider.Request with { ClinicIds = [.. provider.Hours.Select(week => clinics[week.Clinic])] };
            ids[provider.Key] = (await db.Planted(await addProvider.Handle(request, ct), ct)).Id;

            foreach (var week in provider.Hours)
            {
                var zone = practice.Clinics.First(clinic => clinic.Slug == week.Clinic).TimeZone;
                await hours.Schedule(week, ids[provider.Key], clinics[week.Clinic], ClinicClock.In(zone), ct);
            }
        }

        return ids;
    }

    private async Task<Dictionary<string, AppointmentTypeId>> Types(
        DemoPractice practice, Dictionary<string, ClinicId> clinics, Dictionary<string, ProviderId> providers, CancellationToken ct)
    {
        var ids = new Dictionary<string, AppointmentTypeId>(StringComparer.Ordinal);

        foreach (var type in practice.Types)
        {
            var request = type.Request with
            {
                ProviderIds = [.. type.Providers.Select(key => providers[key])],
                ClinicIds = [.. type.Clinics.Select(slug => clinics[slug])],
            };
            ids[type.Request.Name!] = (await db.Planted(await addType.Handle(request, ct), ct)).Id;
        }

        return ids;
    }
}
