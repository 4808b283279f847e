using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Where and when a visit is: all that settings can be held against.</summary>
public sealed record VisitTime(
    AppointmentId Id, ClinicId ClinicId, ProviderId ProviderId, AppointmentTypeId AppointmentTypeId, Instant StartsAt, Instant EndsAt, LocalDateTime PromisedWall);

/// <summary>One reason why a visit lies outside what is offered.</summary>
public enum Outside
{
    /// <summary>The clinic is not there any more.</summary>
    ClinicGone,

    /// <summary>The type is not offered at the clinic, or not by this provider.</summary>
    NotPerformed,

    /// <summary>The provider has left, or left the clinic.</summary>
    ProviderGone,

    /// <summary>The wall at the clinic shows another time than the patient was told.</summary>
    OtherWall,

    /// <summary>The clinic keeps this holiday.</summary>
    Holiday,

    /// <summary>The clinic is not open for all of the visit.</summary>
    ClinicHours,

    /// <summary>The clinic does not open at all on this day.</summary>
    ClinicDay,

    /// <summary>This time off takes the provider away.</summary>
    TimeOff,

    /// <summary>The provider does not work for all of the part that needs the provider.</summary>
    ProviderHours,

    /// <summary>The provider does not work at all on this day.</summary>
    ProviderDay,
}

/// <summary>
/// The one rule for which visits a change of settings affects: those it gives a reason for being outside that they did not have before. So a visit that fits
/// no longer is affected, one that staff put outside on purpose is no news while hours only change elsewhere, and whatever closes a day or takes a
/// provider away (a holiday, time off, a day without hours) affects all visits it covers. Pure.
/// </summary>
public readonly record struct VisitGrounds(Outside Why, LocalDate? Day = null, Id<ProviderException>? TimeOff = null)
{
    public static bool Adds(VisitTime visit, Catalog before, Catalog after)
    {
        var grounds = Of(visit, after).ToList();
        return grounds.Count > 0 && grounds.Except(Of(visit, before)).Any();
    }

    /// <summary>Every reason there is; none when the visit lies inside.</summary>
    public static IEnumerable<VisitGrounds> Of(VisitTime visit, Catalog catalog)
    {
        if (catalog.Clinics.GetValueOrDefault(visit.ClinicId) is not { Active: true } clinic)
        {
            return [new(Outside.ClinicGone)];
        }

        return [.. OfPeople(visit, clinic, catalog), .. VisitHours.OfClinic(visit, clinic), .. VisitHours.OfProvider(visit, clinic, catalog)];
    }

    private static IEnumerable<VisitGrounds> OfPeople(VisitTime visit, Clinic clinic, Catalog catalog)
    {
        if (catalog.AppointmentTypes.GetValueOrDefault(visit.AppointmentTypeId) is not { } type
            || !Catalog.IsOffered(type, clinic.Id)
            || (type.ProviderIds.Count > 0 && !type.ProviderIds.Contains(visit.ProviderId)))
        {
            yield return new(Outside.NotPerformed);
        }

        if (catalog.Providers.GetValueOrDefault(visit.ProviderId) is not { Active: true } provider || !provider.ClinicIds.Contains(clinic.Id))
        {
            yield return new(Outside.ProviderGone);
        }

        if (ClinicClock.In(clinic.TimeZone).WallOf(visit.StartsAt) != visit.PromisedWall)
        {
            yield return new(Outside.OtherWall);
        }
    }
}
