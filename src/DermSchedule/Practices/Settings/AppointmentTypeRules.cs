namespace DermSchedule.Practices;

/// <summary>What a type of visit must be, whether added or changed.</summary>
internal static class AppointmentTypeRules
{
    private const long LargestDeposit = 1_000_000;

    /// <param name="request">What is wanted.</param>
    /// <param name="catalog">The practice as it stands.</param>
    /// <param name="stored">Before the change; what was deactivated meanwhile may stay in its lists.</param>
    public static FieldErrors Check(AddAppointmentType.Request request, Catalog catalog, AppointmentType? stored = null)
    {
        var errors = new FieldErrors().Attributes(request);
        References.Check(request.ProviderIds, catalog.Providers, provider => provider.Active || stored?.ProviderIds.Contains(provider.Id) == true, "providerIds", errors);
        References.Check(request.ClinicIds, catalog.Clinics, clinic => clinic.Active || stored?.ClinicIds.Contains(clinic.Id) == true, "clinicIds", errors);
        References.Translations(request.Translations, catalog.Practice, errors);
        CheckDeposit(request, catalog.Practice, errors);
        CheckKinds(request, errors);
        CheckDurations(request, catalog, errors);
        CheckPart(request, errors);
        CheckWhole(request, errors);
        return errors;
    }

    private static void CheckDeposit(AddAppointmentType.Request request, Practice practice, FieldErrors errors)
    {
        if (request.Deposit is { } deposit)
        {
            errors.AddWhen(deposit.Minor is < 1 or > LargestDeposit, "deposit.amount", "A deposit is between 1 and 1000000 minor units; null means none.");
            errors.AddWhen(!string.Equals(deposit.Currency.Code, practice.CurrencyCode, StringComparison.Ordinal), "deposit.currency", "Use the currency of the practice.");
        }
    }

    private static void CheckKinds(AddAppointmentType.Request request, FieldErrors errors)
    {
        CheckWords(request.ResourceKinds ?? [], "resourceKinds", errors);
        CheckWords(request.Concerns ?? [], "concerns", errors);
    }

    private static void CheckWords(IReadOnlyList<string> words, string path, FieldErrors errors)
    {
        for (var i = 0; i < words.Count; i++)
        {
            errors.AddWhen(words[i] is not { } word || !References.IsKind(word), $"{path}[{i}]", "Use small letters, digits and _, beginning with a letter.");
            errors.AddWhen(words.Take(i).Contains(words[i], StringComparer.Ordinal), $"{path}[{i}]", "This stands in the list twice.");
        }
    }

    private static void CheckDurations(AddAppointmentType.Request request, Catalog catalog, FieldErrors errors)
    {
        var durations = request.Durations ?? [];
        References.Check([.. durations.OfType<ProviderDuration>().Select(own => own.ProviderId)], catalog.Providers, _ => true, "durations", errors);

        for (var i = 0; i < durations.Count; i++)
        {
            errors.AddWhen(durations[i] is { DurationMinutes: < 5 or > 1440 }, $"durations[{i}].durationMinutes", "Send between 5 and 1440 minutes.");
            errors.AddWhen(durations[i] is { DurationMinutesNewPatient: < 5 or > 1440 }, $"durations[{i}].durationMinutesNewPatient", "Send between 5 and 1440 minutes.");
        }
    }

    /// <summary>What is taken for a visit is at most a day: nobody looks further back for what may be in the way.</summary>
    private static void CheckWhole(AddAppointmentType.Request request, FieldErrors errors)
    {
        var longest = (request.Durations ?? []).OfType<ProviderDuration>().SelectMany(own => new[] { own.DurationMinutes, own.DurationMinutesNewPatient ?? 0 })
            .Append(request.DurationMinutes ?? 0).Append(request.DurationMinutesNewPatient ?? 0).Max();
        errors.AddWhen(
            (long)longest + (request.BufferBeforeMinutes ?? 0) + (request.BufferAfterMinutes ?? 0) > AppointmentType.LongestMinutes,
            "durationMinutes", "The longest visit and its buffers together take at most a day, 1440 minutes.");
    }

    /// <summary>The provider's part lies inside the visit, however short the visit may be.</summary>
    private static void CheckPart(AddAppointmentType.Request request, FieldErrors errors)
    {
        if (request.ProviderPart is not { } part || request.DurationMinutes is not { } minutes)
        {
            return;
        }

        var own = (request.Durations ?? []).OfType<ProviderDuration>();
        var shortest = own.SelectMany(duration => new[] { duration.DurationMinutes, duration.DurationMinutesNewPatient ?? int.MaxValue })
            .Append(minutes).Append(request.DurationMinutesNewPatient ?? int.MaxValue).Min();
        errors.AddWhen(part.OffsetMinutes is < 0 or > 1440, "providerPart.offsetMinutes", "The part begins inside the visit.");
        errors.AddWhen(part.Minutes is < 1 or > 1440, "providerPart.minutes", "The part takes at least a minute.");
        errors.AddWhen((long)part.OffsetMinutes + part.Minutes > shortest, "providerPart", "The part ends inside the shortest visit of this type.");
    }

    public static AppointmentType New(AddAppointmentType.Request request, PracticeId practice, AppointmentTypeId id)
    {
        var type = new AppointmentType { PracticeId = practice, Id = id, Name = "", Category = default, DurationMinutes = 0 };
        Apply(request, type);
        return type;
    }

    /// <summary>Only after <see cref="Check"/> found nothing wrong.</summary>
    public static void Apply(AddAppointmentType.Request request, AppointmentType type)
    {
        type.Name = request.Name!.Trim();
        type.Category = request.Category!.Value;
        type.Description = request.Description?.Trim() ?? "";
        type.DurationMinutes = request.DurationMinutes!.Value;
        type.DurationMinutesNewPatient = request.DurationMinutesNewPatient;
        type.BufferBeforeMinutes = request.BufferBeforeMinutes ?? 0;
        type.BufferAfterMinutes = request.BufferAfterMinutes ?? 0;
        type.StartGridMinutes = request.StartGridMinutes ?? 15;
        type.MinimumNoticeMinutes = request.MinimumNoticeMinutes ?? 120;
        type.HorizonDays = request.HorizonDays ?? 120;
        type.DepositMinor = request.Deposit?.Minor;
        type.ProviderIds = [.. request.ProviderIds ?? []];
        type.ResourceKinds = [.. request.ResourceKinds ?? []];
        type.DailyCap = request.DailyCap;
        type.OnlineBookable = request.OnlineBookable ?? true;
        type.AutoCancel = request.AutoCancel ?? true;
        type.UrgentOnly = request.UrgentOnly ?? false;
        type.Concerns = [.. request.Concerns ?? []];
        type.Preparation = request.Preparation?.Trim() ?? "";
        type.ClinicIds = [.. request.ClinicIds ?? []];
        type.Durations = [.. request.Durations ?? []];
        type.ProviderPart = request.ProviderPart;
        type.Translations = request.Translations ?? new Dictionary<string, AppointmentTypeWords>();
        type.Active = request.Active ?? type.Active;
    }

    public static AddAppointmentType.Request Of(AppointmentType type, Practice practice) => new()
    {
        Name = type.Name,
        Category = type.Category,
        Description = type.Description,
        DurationMinutes = type.DurationMinutes,
        DurationMinutesNewPatient = type.DurationMinutesNewPatient,
        BufferBeforeMinutes = type.BufferBeforeMinutes,
        BufferAfterMinutes = type.BufferAfterMinutes,
        StartGridMinutes = type.StartGridMinutes,
        MinimumNoticeMinutes = type.MinimumNoticeMinutes,
        HorizonDays = type.HorizonDays,
        Deposit = type.Deposit(practice),
        ProviderIds = type.ProviderIds,
        ResourceKinds = type.ResourceKinds,
        DailyCap = type.DailyCap,
        OnlineBookable = type.OnlineBookable,
        AutoCancel = type.AutoCancel,
        UrgentOnly = type.UrgentOnly,
        Concerns = type.Concerns,
        Preparation = type.Preparation,
        ClinicIds = type.ClinicIds,
        Durations = type.Durations,
        ProviderPart = type.ProviderPart,
        Translations = type.Translations,
        Active = type.Active,
    };
}
