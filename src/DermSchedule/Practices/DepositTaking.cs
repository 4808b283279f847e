namespace DermSchedule.Practices;

/// <summary>
/// Whether deposits are taken at all. Without a payment provider they are off: types show none, visits need none (domain.md 11). The host switches
/// it on together with an adapter for a provider; this release ships without one.
/// </summary>
public sealed record DepositTaking(bool IsOn)
{
    /// <summary>The policies as they hold today: with the mode <c>none</c> while no deposits are taken.</summary>
    public Policies InForce(Policies policies) =>
        IsOn ? policies : policies with { Deposits = policies.Deposits with { Mode = DepositMode.None } };
}
