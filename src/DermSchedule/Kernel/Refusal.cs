namespace DermSchedule.Kernel;

/// <summary>Why something is not done; one HTTP status each (architecture.md 3.4), mapped in <see cref="RefusalHttp"/>.</summary>
public enum RefusalKind
{
    /// <summary>The input itself is wrong: 400 with the fields.</summary>
    Malformed,

    /// <summary>Nobody is signed in, or the token is not valid: 401.</summary>
    Unauthenticated,

    /// <summary>Payment is needed or failed: 402.</summary>
    PaymentNeeded,

    /// <summary>The role does not allow it: 403.</summary>
    NotAllowed,

    /// <summary>Nothing there, or not yours: 404.</summary>
    NotFound,

    /// <summary>Somebody was faster, or the state is another: 409.</summary>
    Conflict,

    /// <summary>It existed and has ended: 410.</summary>
    Gone,

    /// <summary>Somebody changed it meanwhile: 412.</summary>
    Stale,

    /// <summary>Understood, and the clinic's rule says no: 422.</summary>
    Invalid,

    /// <summary>More than is taken here: 413.</summary>
    TooLarge,

    /// <summary>Another kind of content than is taken here: 415.</summary>
    OtherMedia,

    /// <summary>The <c>If-Match</c> header is missing: 428.</summary>
    PreconditionRequired,

    /// <summary>Too many tries or too much held at once: 429. The member <c>retryAfter</c> (seconds) becomes the header.</summary>
    TooMany,
}

/// <summary>
/// An expected "no", as a value. <paramref name="Code"/> is public API: it stands in the problem's <c>type</c>, in
/// <c>docs/problems/</c> and in the translations. <paramref name="Detail"/> is for people and holds no patient data.
/// </summary>
public sealed record Refusal(RefusalKind Kind, string Code, string Detail)
{
    /// <summary>What the caller can go on with, e.g. <c>alternatives</c>; members of the problem document.</summary>
    public IReadOnlyDictionary<string, object?> Members { get; private init; } = new Dictionary<string, object?>();

    /// <summary>The same refusal carrying one more member.</summary>
    public Refusal With(string name, object? value) =>
        this with { Members = new Dictionary<string, object?>(Members) { [name] = value } };

    /// <summary>The same refusal with a sentence that fits the case better.</summary>
    public Refusal Saying(string detail) => this with { Detail = detail };

    /// <summary>Two refusals are the same "no" when kind and code agree, whatever they carry.</summary>
    public bool Equals(Refusal? other) => other is not null && Kind == other.Kind && string.Equals(Code, other.Code, StringComparison.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Kind, Code);
}

/// <summary>The refusals that several rooms share; each code is declared once in the whole solution.</summary>
public static class Refusals
{
    public static readonly Refusal ValidationFailed = new(RefusalKind.Malformed, "validation_failed", "Some of the input is missing or not valid.");
    public static readonly Refusal Unauthenticated = new(RefusalKind.Unauthenticated, "unauthenticated", "Sign in, or send a valid token.");
    public static readonly Refusal Forbidden = new(RefusalKind.NotAllowed, "forbidden", "Your role does not allow this. Ask a manager of the practice.");
    public static readonly Refusal NotFound = new(RefusalKind.NotFound, "not_found", "There is nothing here for you.");
    public static readonly Refusal StaleVersion = new(RefusalKind.Stale, "stale_version", "Somebody changed this meanwhile. Read it again and repeat the change.");
    public static readonly Refusal PayloadTooLarge = new(RefusalKind.TooLarge, "payload_too_large", "The body is larger than this address takes.");
    public static readonly Refusal UnsupportedMedia = new(RefusalKind.OtherMedia, "unsupported_media", "This address takes another kind of body. Send application/json unless the contract says otherwise.");
    public static readonly Refusal PreconditionRequired = new(RefusalKind.PreconditionRequired, "precondition_required", "Send If-Match with the ETag of what you read.");
    public static readonly Refusal TooManyRequests = new(RefusalKind.TooMany, "too_many_requests", "That was too much at once. Wait a moment and try again.");

    /// <summary>A <c>validation_failed</c> that names the field (a camelCase JSON path, api.md) and says what is wrong with it.</summary>
    public static Refusal Field(string path, string message) =>
        ValidationFailed.With("errors", new Dictionary<string, string[]> { [path] = [message] });
}
