using DermSchedule.Data;
using DermSchedule.Encryption;
using DermSchedule.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Drafts;

/// <summary>
/// Keeps drafts. What they hold is the pages' business; here it is text. Every change reads the draft anew under its lock, so that two tabs of one
/// visitor do not undo each other's.
/// </summary>
public sealed class VisitorDrafts(ScheduleDb db, PracticeScope scope, Vault vault, Ids ids, DueRows due, TimeProvider clock)
{
    /// <summary>Due row that forgets a draft when its day is over.</summary>
    public const string Lapsed = "draft.lapsed";

    /// <summary>From the last change on.</summary>
    public static readonly Duration Lifetime = Duration.FromHours(24);

    /// <param name="Answers">What was answered and chosen.</param>
    /// <param name="Typed">What stands in the form with the details; null where nothing does.</param>
    public sealed record Text(string Answers, string? Typed)
    {
        /// <summary>Nobody in a log.</summary>
        public override string ToString() => "draft";
    }

    /// <summary>The draft behind a secret; null where there is none any more.</summary>
    public async Task<Text?> Read(string? key, CancellationToken ct)
    {
        if (Hash(key) is not { } hash)
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        return await db.Set<VisitorDraft>().AsNoTracking().SingleOrDefaultAsync(row => row.KeyHash == hash && row.ExpiresAt > now, ct) is { } draft ? TextOf(draft) : null;
    }

    /// <summary>Changes the draft, or begins one, and answers the secret that opens it.</summary>
    public async Task<string> Change(string? key, Func<Text?, Text> change, CancellationToken ct)
    {
        var made = await db.Write<string>(async () =>
        {
            var now = clock.GetCurrentInstant();

            if (Hash(key) is { } hash && await db.Set<VisitorDraft>().Locked().SingleOrDefaultAsync(row => row.KeyHash == hash && row.ExpiresAt > now, ct) is { } draft)
            {
                Write(draft, change(TextOf(draft)), now);
                return key!;
            }

            return Begin(change(null), now);
        }, ct);
        return made.Value;
    }

    /// <summary>"Delete it now": nothing is left of it.</summary>
    public async Task Forget(string? key, CancellationToken ct)
    {
        if (Hash(key) is { } hash)
        {
            await db.Write<int>(async () => await db.Set<VisitorDraft>().Where(row => row.KeyHash == hash).ExecuteDeleteAsync(ct), ct);
        }
    }

    private string Begin(Text text, Instant now)
    {
        var key = Token.New(Token.Draft);
        var id = ids.Next<VisitorDraft>();
        var draft = new VisitorDraft
        {
            PracticeId = scope.Practice,
            Id = id,
            KeyHash = key.Hash(),
            Answers = vault.Seal(text.Answers, DraftsTables.Answers, id.Value),
            Typed = vault.SealOptional(text.Typed, DraftsTables.Typed, id.Value),
            ExpiresAt = now + Lifetime,
        };
        db.Add(draft);
        due.Plan(Lapsed, id.ToString(), id.Value, 1, draft.ExpiresAt);
        return key.Value;
    }

    private void Write(VisitorDraft draft, Text text, Instant now)
    {
        draft.Answers = vault.Seal(text.Answers, DraftsTables.Answers, draft.Id.Value);
        draft.Typed = vault.SealOptional(text.Typed, DraftsTables.Typed, draft.Id.Value);
        draft.ExpiresAt = now + Lifetime;
        draft.Version++;
    }

    private Text TextOf(VisitorDraft draft) => new(
        vault.Open(draft.Answers, DraftsTables.Answers, draft.Id.Value), vault.OpenOptional(draft.Typed, DraftsTables.Typed, draft.Id.Value));

    private static byte[]? Hash(string? key) => Token.Looks(key, Token.Draft) ? new Token(key!).Hash() : null;
}
