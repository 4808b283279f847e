using NodaTime;

namespace DermSchedule.Identity;

/// <summary>
/// The clock of sign-ins, tokens, sessions and invitations: the real one. The demo clock moves visits, not people: else an advance of a day
/// would sign everybody out (architecture.md 3.2).
/// </summary>
public sealed record SignInClock(TimeProvider Time)
{
    public Instant Now => Time.GetCurrentInstant();
}
