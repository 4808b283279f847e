using DermSchedule.Encryption;

namespace DermSchedule.Data;

/// <summary>
/// The tenant of this unit of work (domain.md 1). Every query is filtered by it and every insert is checked against it.
/// Entered once per request or job, and never changed: who needs another practice opens another scope.
/// </summary>
public sealed class PracticeScope
{
    private OpenedKeys? keys;

    /// <summary>Null until entered: queries then find nothing.</summary>
    public PracticeId? Current { get; private set; }

    /// <summary>The practice. Asking before anybody entered one is a bug and throws.</summary>
    public PracticeId Practice => Current ?? throw new InvalidOperationException("No practice has been entered.");

    internal PracticeKeys Keys => Opened.Current;

    internal OpenedKeys Opened => keys ?? throw new InvalidOperationException("No practice has been entered.");

    /// <summary>Called by <see cref="KeyRing.Enter"/> only, which brings the practice's keys along.</summary>
    internal void Enter(OpenedKeys practiceKeys)
    {
        if (Current is { } already && already != practiceKeys.Current.Practice)
        {
            throw new InvalidOperationException("A unit of work never changes its practice.");
        }

        Current = practiceKeys.Current.Practice;
        keys = practiceKeys;
    }
}
