using DermSchedule.Practices;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>What a block must be.</summary>
internal static class BlockRules
{
    private static readonly Duration Longest = Duration.FromDays(31);

    public static FieldErrors Check(BlockTime.Request request, Catalog catalog)
    {
        var errors = new FieldErrors().Attributes(request);
        var clinic = request.ClinicId is { } id ? catalog.Clinics.GetValueOrDefault(id) : null;
        errors.AddWhen(request.ClinicId is not null && clinic is not { Active: true }, "clinicId", "There is no such clinic in this practice.");
        errors.AddWhen(request.ProviderId is null == request.ResourceId is null, "providerId", "Name a provider, or a room or device.");
        errors.AddWhen(
            request.ProviderId is { } provider && (!catalog.Providers.TryGetValue(provider, out var known) || (clinic is not null && !known.ClinicIds.Contains(clinic.Id))),
            "providerId",
            "No such provider works at this clinic.");
        errors.AddWhen(
            request.ResourceId is { } resource && (!catalog.Resources.TryGetValue(resource, out var there) || (clinic is not null && there.ClinicId != clinic.Id)),
            "resourceId",
            "This clinic has no such room or device.");
        errors.AddWhen(request.Start is { } start && !HoursRules.IsSensible(start), "start", "This time is too far away.");
        errors.AddWhen(request.End is { } end && !HoursRules.IsSensible(end), "end", "This time is too far away.");
        errors.AddWhen(request.End < request.Start + Duration.FromMinutes(1), "end", "The end comes at least a minute after the start.");
        errors.AddWhen(request.End - request.Start > Longest, "end", "A block lasts at most 31 days: use time off for longer.");
        return errors;
    }
}
