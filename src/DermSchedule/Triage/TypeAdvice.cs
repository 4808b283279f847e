using DermSchedule.Practices;

namespace DermSchedule.Triage;

/// <summary>Which kinds of visit fit what was said, best first. Data of the clinic: each type names the concerns it is for.</summary>
public static class TypeAdvice
{
    public static IReadOnlyList<AppointmentTypeId> For(Catalog catalog, Clinic clinic, Category category, Assessment assessment)
    {
        var online = catalog.AppointmentTypes.Values.Where(type => type.OnlineBookable && Catalog.IsOffered(type, clinic.Id)).OrderBy(type => type.Id).ToList();
        return [.. Fitting(online, category, assessment).OrderBy(type => Rank(type, assessment.Recommendations)).Select(type => type.Id)];
    }

    /// <summary>Whether an urgent patient may book it: one of the clinic's urgent visits, or any medical one where the clinic has none.</summary>
    public static bool FitsUrgent(Catalog catalog, Clinic clinic, AppointmentType type) =>
        type.UrgentOnly || (type.Category == Category.Medical && !catalog.AppointmentTypes.Values.Any(other => other is { UrgentOnly: true, OnlineBookable: true } && Catalog.IsOffered(other, clinic.Id)));

    private static IEnumerable<AppointmentType> Fitting(List<AppointmentType> online, Category category, Assessment assessment)
    {
        if (assessment.Disposition == Disposition.Urgent)
        {
            var urgent = online.Where(type => type.UrgentOnly).ToList();
            return urgent.Count > 0 ? urgent : online.Where(type => type.Category == Category.Medical);
        }

        var usual = online.Where(type => type.Category == category && !type.UrgentOnly).ToList();
        var named = usual.Where(type => type.Concerns.Intersect(assessment.Recommendations, StringComparer.Ordinal).Any()).ToList();
        return named.Count > 0 ? named : usual;
    }

    private static int Rank(AppointmentType type, IReadOnlyList<string> recommendations)
    {
        for (var i = 0; i < recommendations.Count; i++)
        {
            if (type.Concerns.Contains(recommendations[i], StringComparer.Ordinal))
            {
                return i;
            }
        }

        return recommendations.Count;
    }
}
