using System.Security.Cryptography;
using System.Text.Json;
using DermSchedule.Encryption;
using NodaTime;

namespace DermSchedule.Audit;

/// <summary>A line as owners and auditors read it.</summary>
/// <param name="Id">The line.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">What, dotted past tense.</param>
/// <param name="EntityType">What kind of record.</param>
/// <param name="EntityId">Which; null for a list, whose records are in <paramref name="Subjects"/>.</param>
/// <param name="PatientId">Whose data.</param>
/// <param name="Route">By which route or job.</param>
/// <param name="Address">From where.</param>
/// <param name="Reason">The reason somebody gave.</param>
/// <param name="Change">Before and after of a change.</param>
/// <param name="ChangeUnreadable">True when the stored change or reason is damaged: <c>GET /audit/verify</c> names the row.</param>
/// <param name="Subjects">The records of a list.</param>
/// <param name="ContentHash">SHA-256 of the line, hex.</param>
/// <param name="Seq">Its place in the chain; null for the second before it is sealed.</param>
/// <param name="Hash">The chain's hash at that place, hex.</param>
public sealed record AuditView(
    Guid Id,
    Instant At,
    AuditActor Actor,
    string Action,
    string EntityType,
    Guid? EntityId,
    PatientId? PatientId,
    string Route,
    string? Address,
    string? Reason,
    JsonElement? Change,
    bool ChangeUnreadable,
    IReadOnlyList<AuditViewSubject> Subjects,
    string ContentHash,
    long? Seq,
    string? Hash)
{
    internal static AuditView Of(AuditEntry entry, IEnumerable<AuditSubject> subjects, (long Seq, byte[] Hash)? seal, Vault vault)
    {
        var change = Opened(vault, entry.Change, AuditTables.Change, entry);
        var reason = Opened(vault, entry.Reason, AuditTables.Reason, entry);
        return new AuditView(
            entry.Id.Value,
            entry.At,
            new AuditActor(entry.ActorKind, entry.ActorId, entry.SessionId),
            entry.Action,
            entry.EntityType,
            entry.EntityId,
            entry.PatientId,
            entry.Route,
            entry.Address,
            reason,
            change is null ? null : JsonSerializer.Deserialize<JsonElement>(change),
            (change is null && entry.Change is not null) || (reason is null && entry.Reason is not null),
            [.. subjects.OrderBy(subject => subject.EntityId).Select(subject => new AuditViewSubject(subject.EntityId, subject.PatientId))],
            Convert.ToHexStringLower(entry.ContentHash),
            seal?.Seq,
            seal is { } link ? Convert.ToHexStringLower(link.Hash) : null);
    }

    /// <summary>In clear; null when there is nothing, or when somebody damaged it: one bad row does not hide the others.</summary>
    private static string? Opened(Vault vault, Sealed<string>? value, SealedField field, AuditEntry entry)
    {
        try
        {
            return vault.OpenOptional(value, field, entry.Id.Value);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>Who acted; a job and an anonymous caller have no id.</summary>
public sealed record AuditActor(CallerKind Kind, Guid? Id, Guid? SessionId);

/// <summary>One record of a list somebody read.</summary>
public sealed record AuditViewSubject(Guid EntityId, PatientId? PatientId);
