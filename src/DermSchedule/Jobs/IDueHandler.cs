namespace DermSchedule.Jobs;

/// <summary>
/// Carries out due rows of one kind. Lives in the room that plans them and is registered there with <c>AddScoped&lt;IDueHandler, …&gt;()</c>; each
/// row gets a scope of its own that has entered the row's practice, with the caller being the job.
/// </summary>
public interface IDueHandler
{
    /// <summary>E.g. <c>hold.lapsed</c>.</summary>
    string Kind { get; }

    /// <summary>
    /// Whether it does something outside the database, e.g. sends a text. Then it is called outside a transaction, at least once, and makes itself
    /// repeatable by the row's id. Everything else runs in the unit of work that marks the row as done: it happens once, or not at all.
    /// </summary>
    bool ActsOutside => false;

    /// <summary>Does it. It drops a row whose <see cref="DueRow.Generation"/> is older than its subject. An exception means: try again later.</summary>
    Task Handle(DueRow row, CancellationToken ct);
}

/// <summary>A row that one runner has claimed.</summary>
/// <param name="Practice">Whose it is.</param>
/// <param name="Row">Which.</param>
/// <param name="Kind">Who carries it out.</param>
/// <param name="Claim">The runner's claim: whoever has lost it does nothing.</param>
internal sealed record DueClaim(PracticeId Practice, Id<DueRow> Row, string Kind, Guid Claim);
