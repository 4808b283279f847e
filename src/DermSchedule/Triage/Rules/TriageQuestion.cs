namespace DermSchedule.Triage;

/// <summary>One thing asked in plain words, answered with yes, no or not sure.</summary>
/// <param name="Id">The sign it settles, and the key of its answer.</param>
public sealed record TriageQuestion(string Id, string English, string Spanish);
