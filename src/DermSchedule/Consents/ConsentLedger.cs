using DermSchedule.Audit;
using DermSchedule.Data;
using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DermSchedule.Consents;

/// <summary>
/// The door of this room: other rooms write what somebody decided, inside their unit, and ask before each message whether it may go out (domain.md 11).
/// </summary>
public sealed class ConsentLedger(ScheduleDb db, PracticeScope scope, Ids ids, Vault vault, Caller caller, AuditTrail audit)
{
    /// <summary>Adds a line to the running unit of work; saved with it.</summary>
    public void Record(ConsentSaid said, Instant now)
    {
        var id = ids.Next<ConsentEntry>();
        var atOurDoor = said.Source is ConsentSource.Wizard or ConsentSource.Api;
        db.Add(new ConsentEntry
        {
            PracticeId = scope.Practice,
            Id = id,
            ClinicId = said.Clinic,
            PatientId = said.Patient,
            Visit = said.Visit,
            Phone = vault.Seal(said.Phone.E164, ConsentsTables.Phone, id.Value),
            PhoneIndex = IndexOf(said.Phone),
            Channel = ConsentChannel.Sms,
            Purpose = said.Purpose,
            Decision = said.Decision,
            Source = said.Source,
            Words = said.Text?.Words,
            WordsVersion = said.Text?.Version,
            Language = said.Text?.Language,
            ShownByUs = said is { Source: ConsentSource.Wizard, Text: not null },
            Address = atOurDoor ? vault.SealOptional(caller.Address, ConsentsTables.Address, id.Value) : null,
            At = now,
        });
        audit.Record(
            $"consent.{Kernel.Words.Of(said.Decision)}", new AuditRecord("consent", id.Value, said.Patient),
            after: new { clinicId = said.Clinic, purpose = said.Purpose, source = said.Source, wordsVersion = said.Text?.Version });
    }

    /// <summary>
    /// Whether texts of this purpose may go to this number for this clinic, as the database stands now. The newest line decides: a grant speaks for the clinic
    /// that asked, a refusal too, a revocation for the whole practice. Of lines of one instant the one that forbids counts. What a visit was booked with is
    /// no answer to this.
    /// </summary>
    public Task<bool> IsGranted(PhoneNumber phone, ClinicId clinic, ConsentPurpose purpose, CancellationToken ct)
    {
        var index = IndexOf(phone);
        var lines = db.Set<ConsentEntry>().AsNoTracking().Where(line => line.PhoneIndex == index && line.Purpose == purpose && line.Channel == ConsentChannel.Sms);
        var against = lines.Where(line => line.Decision == ConsentDecision.Revoked || (line.Decision == ConsentDecision.Declined && line.ClinicId == clinic));
        return lines.AnyAsync(grant => grant.Decision == ConsentDecision.Granted && grant.ClinicId == clinic && !against.Any(line => line.At >= grant.At), ct);
    }

    private byte[] IndexOf(PhoneNumber phone) => vault.Index("phone", phone.E164);
}

/// <summary>What somebody decided, before it is written down.</summary>
/// <param name="Clinic">Who asked.</param>
/// <param name="Phone">Which number it is about.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Decision">What was said.</param>
/// <param name="Source">Where.</param>
/// <param name="Text">The words that were read, or the standard ones where another program asked; null without any.</param>
/// <param name="Patient">Whose visit it is about.</param>
/// <param name="Visit">Which.</param>
public sealed record ConsentSaid(
    ClinicId Clinic, PhoneNumber Phone, ConsentPurpose Purpose, ConsentDecision Decision, ConsentSource Source, ConsentText? Text = null, PatientId? Patient = null, Guid? Visit = null)
{
    public override string ToString() => "consent";
}
