namespace DermSchedule.Scheduling;

/// <summary>
/// Whether texts can be sent at all. Without a provider for them nobody is asked for consent, and none is kept, whoever sends it (domain.md 11). The host says
/// which provider there is.
/// </summary>
public sealed record TextMessages(bool AreSent);
