namespace DermSchedule.Practices;

/// <summary>What policies must be to make sense together.</summary>
internal static class PolicyRules
{
    public static FieldErrors Check(Policies policies)
    {
        var errors = new FieldErrors().Attributes(policies);
        errors.AddWhen(policies.EmergencyContactPhone is { } phone && !PhoneNumber.TryParse(phone, out _), "emergencyContactPhone", "This is not a phone number.");
        errors.AddWhen(policies.AfterHoursPhone is { } line && !PhoneNumber.TryParse(line, out _), "afterHoursPhone", "This is not a phone number.");
        errors.AddWhen(
            policies.QuietHours is { } quiet && string.Equals(quiet.Start, quiet.End, StringComparison.Ordinal),
            "quietHours",
            "Quiet hours that end when they begin would be the whole day or nothing.");
        CheckLadder(policies.Ladder ?? [], errors);
        CheckTiers(policies.Deposits?.RefundTiers ?? [], errors);
        return errors;
    }

    public static Policies Stored(Policies policies) => policies with
    {
        EmergencyContactPhone = PhoneNumber.TryParse(policies.EmergencyContactPhone, out var phone) ? phone.E164 : null,
        AfterHoursPhone = PhoneNumber.TryParse(policies.AfterHoursPhone, out var line) ? line.E164 : null,
    };

    /// <summary>From far to near; nobody is reminded or cancelled who was not asked, and nothing follows the cancel.</summary>
    private static void CheckLadder(IReadOnlyList<LadderStep> ladder, FieldErrors errors)
    {
        for (var i = 0; i < ladder.Count; i++)
        {
            if (ladder[i] is not { } step)
            {
                continue;
            }

            errors.AddWhen(i == 0 && step.Action != LadderAction.Ask, "ladder[0].action", "The first step asks.");
            errors.AddWhen(i > 0 && step.Action == LadderAction.Ask, $"ladder[{i}].action", "Only the first step asks; later ones remind.");
            errors.AddWhen(i > 0 && ladder[i - 1] is { } earlier && step.HoursBefore >= earlier.HoursBefore, $"ladder[{i}].hoursBefore", "Each step comes nearer to the visit than the one before.");
            errors.AddWhen(i < ladder.Count - 1 && step.Action == LadderAction.AutoCancel, $"ladder[{i}].action", "Nothing comes after the cancel.");
        }
    }

    /// <summary>From far to near, never more back for a later cancel, and an answer for every moment up to the start.</summary>
    private static void CheckTiers(IReadOnlyList<RefundTier> tiers, FieldErrors errors)
    {
        for (var i = 1; i < tiers.Count; i++)
        {
            if (tiers[i - 1] is { } earlier && tiers[i] is { } tier)
            {
                errors.AddWhen(tier.MinHoursBefore >= earlier.MinHoursBefore, $"deposits.refundTiers[{i}].minHoursBefore", "Each tier comes nearer to the visit than the one before.");
                errors.AddWhen(tier.Percent > earlier.Percent, $"deposits.refundTiers[{i}].percent", "A later cancel never gives more back.");
            }
        }

        errors.AddWhen(tiers.Count > 0 && tiers[^1] is not { MinHoursBefore: 0 }, "deposits.refundTiers", "The last tier begins at 0 hours.");
    }
}
