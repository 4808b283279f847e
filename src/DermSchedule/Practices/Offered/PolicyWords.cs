using System.Globalization;

namespace DermSchedule.Practices;

/// <summary>The policies a patient should know before booking, as short sentences in the patient's language.</summary>
/// <param name="Hold">How long a chosen time is kept.</param>
/// <param name="Confirmation">When we ask, and what silence means; null where nobody is asked.</param>
/// <param name="Cancellation">What a cancel gives back, from early to late; empty where the clinic takes no deposits.</param>
public sealed record PolicyWords(string Hold, string? Confirmation, IReadOnlyList<string> Cancellation)
{
    /// <param name="policies">In force at the clinic.</param>
    /// <param name="language"><c>en</c> or <c>es</c>.</param>
    public static PolicyWords Of(Policies policies, string language)
    {
        var spanish = string.Equals(language, "es", StringComparison.Ordinal);
        var hold = spanish
            ? $"Le guardamos la hora elegida durante {Minutes(policies.HoldMinutes, spanish)} mientras llena el formulario."
            : $"We keep the time you choose for {Minutes(policies.HoldMinutes, spanish)} while you fill in the form.";

        return new PolicyWords(hold, Asked(policies, spanish), policies.Deposits.Mode == DepositMode.None ? [] : [.. Tiers(policies.Deposits.RefundTiers, spanish)]);
    }

    private static string? Asked(Policies policies, bool spanish)
    {
        var ask = policies.Ladder.FirstOrDefault(step => step.Action == LadderAction.Ask);
        var cancel = policies.AutoCancelEnabled ? policies.Ladder.FirstOrDefault(step => step.Action == LadderAction.AutoCancel) : null;

        return (ask, cancel, spanish) switch
        {
            (null, _, _) => null,
            (_, null, true) => $"Le pedimos que confirme su cita {Hours(ask.HoursBefore, spanish)} antes.",
            (_, null, false) => $"We ask you to confirm your visit {Hours(ask.HoursBefore, spanish)} before.",
            (_, _, true) => $"Le pedimos que confirme su cita {Hours(ask.HoursBefore, spanish)} antes. Si no responde, podemos dar la hora a otra persona {Hours(cancel.HoursBefore, spanish)} antes.",
            (_, _, false) => $"We ask you to confirm your visit {Hours(ask.HoursBefore, spanish)} before. Without an answer we may give the time to somebody else {Hours(cancel.HoursBefore, spanish)} before.",
        };
    }

    private static IEnumerable<string> Tiers(IReadOnlyList<RefundTier> tiers, bool spanish)
    {
        foreach (var tier in tiers.OrderByDescending(tier => tier.MinHoursBefore))
        {
            var when = (tier.MinHoursBefore, spanish) switch
            {
                (0, true) => "Si cancela más tarde o no viene",
                (0, false) => "If you cancel later or do not come",
                (var hours, true) => $"Si cancela {Hours(hours, spanish)} antes o más",
                (var hours, false) => $"If you cancel {Hours(hours, spanish)} before or earlier",
            };
            yield return (tier.Percent, spanish) switch
            {
                (100, true) => $"{when}, le devolvemos todo el depósito.",
                (100, false) => $"{when}, you get the whole deposit back.",
                (0, true) => $"{when}, no se devuelve el depósito.",
                (0, false) => $"{when}, the deposit is not given back.",
                (var percent, true) => string.Create(CultureInfo.InvariantCulture, $"{when}, le devolvemos el {percent} % del depósito."),
                (var percent, false) => string.Create(CultureInfo.InvariantCulture, $"{when}, you get {percent}% of the deposit back."),
            };
        }
    }

    private static string Hours(int hours, bool spanish) => Counted(hours, spanish ? "hora" : "hour");

    private static string Minutes(int minutes, bool spanish) => Counted(minutes, spanish ? "minuto" : "minute");

    private static string Counted(int number, string one) => string.Create(CultureInfo.InvariantCulture, $"{number} {one}{(number == 1 ? "" : "s")}");
}
