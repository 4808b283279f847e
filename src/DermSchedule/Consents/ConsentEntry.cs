using DermSchedule.Data;
using DermSchedule.Encryption;
using NodaTime;

namespace DermSchedule.Consents;

/// <summary>By which way somebody may be reached.</summary>
public enum ConsentChannel
{
    Sms,
}

/// <summary>What for.</summary>
public enum ConsentPurpose
{
    /// <summary>To confirm a visit, and when it changes.</summary>
    VisitTexts,
}

/// <summary>What somebody decided.</summary>
public enum ConsentDecision
{
    Granted,

    /// <summary>Asked, and not agreed.</summary>
    Declined,

    /// <summary>Agreed once, and taken back: it holds at every clinic of the practice.</summary>
    Revoked,
}

/// <summary>Where it was said.</summary>
public enum ConsentSource
{
    /// <summary>Our own booking pages.</summary>
    Wizard,

    /// <summary>Another program, which shows words of its own.</summary>
    Api,

    /// <summary>To somebody of the clinic.</summary>
    Desk,

    /// <summary>A reply to a text, such as STOP or START.</summary>
    TextReply,
}

/// <summary>
/// One line of the consent ledger: who decided what about texts to which number, what was read, when and from where (domain.md 11, R-SM-1). Append-only:
/// the database refuses UPDATE and DELETE; another decision is another line.
/// </summary>
public sealed class ConsentEntry : IPracticeOwned, IAppendOnly
{
    public required PracticeId PracticeId { get; init; }

    public required Id<ConsentEntry> Id { get; init; }

    /// <summary>Who asked.</summary>
    public required ClinicId ClinicId { get; init; }

    /// <summary>Whose visit it was about; null for a reply, which speaks for everybody on that number.</summary>
    public PatientId? PatientId { get; init; }

    /// <summary>The visit it was said with; null without one.</summary>
    public Guid? Visit { get; init; }

    /// <summary>E.164.</summary>
    public required Sealed<string> Phone { get; init; }

    /// <summary>Blind index of the number: consent belongs to it and not to a patient, because many share one.</summary>
    public required byte[] PhoneIndex { get; init; }

    public required ConsentChannel Channel { get; init; }

    public required ConsentPurpose Purpose { get; init; }

    public required ConsentDecision Decision { get; init; }

    public required ConsentSource Source { get; init; }

    /// <summary>The words, with the clinic's name in them; null where none were read.</summary>
    public string? Words { get; init; }

    /// <summary>Of <see cref="ConsentTexts"/>.</summary>
    public int? WordsVersion { get; init; }

    /// <summary><c>en</c> or <c>es</c>: in which language they stand here.</summary>
    public string? Language { get; init; }

    /// <summary>Whether our own page showed these very words. Else they are the clinic's standard ones of that day, and what the other program showed is its own to prove.</summary>
    public required bool ShownByUs { get; init; }

    /// <summary>The IP address it came from; null at the desk and for replies.</summary>
    public Sealed<string>? Address { get; init; }

    public required Instant At { get; init; }
}
