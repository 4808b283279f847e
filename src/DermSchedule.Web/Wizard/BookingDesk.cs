using System.Security.Cryptography;
using System.Text;
using DermSchedule.Consents;
using DermSchedule.Data;
using DermSchedule.Kernel;
using DermSchedule.Scheduling;
using NodaTime;

namespace DermSchedule.Web.Wizard;

/// <summary>Where the wizard meets the use cases of Scheduling: its answers and drafts on one side, their requests on the other.</summary>
public sealed class BookingDesk(
    ClinicFront front, FreeTimes times, HoldSlot.Handler hold, ExtendHold.Handler extend, ReleaseHold.Handler release, BookAppointment.Handler book, IdempotentRequest once)
{
    /// <summary>How many other times are offered in place of a lost one (domain.md 3).</summary>
    private const int Nearest = 3;

    /// <summary>Keeps another time; the one before is given up only when this one is got.</summary>
    public async Task<Result<HeldTime>> Hold(Draft draft, FreeTime choice, Instant now, CancellationToken ct)
    {
        var request = new HoldSlot.Request
        {
            AppointmentTypeId = draft.Visit,
            ProviderId = choice.Provider,
            Start = choice.Start.ToInstant(),
            PatientKind = draft.Kind,
            TriageId = draft.Judged?.Id.ToString(),
            TriageToken = draft.Judged?.Token,
            Replaces = draft.Held is { } old && old.IsLive(now) ? old.Token : null,
        };

        // What is armed for the booking is not for this.
        once.Disarm();
        var result = await hold.Handle(front.Clinic!.Slug, request, ct);

        // The old time may be gone by another door (a second tab that booked it): then there is nothing to give up.
        if (request.Replaces is not null && result.Refusal is { Code: "hold_used" or "hold_expired" or "not_found" })
        {
            result = await hold.Handle(front.Clinic!.Slug, request with { Replaces = null }, ct);
        }

        return result.IsRefused(out var refusal, out var held)
            ? refusal
            : new HeldTime(
                held.Id, held.Token, draft.Visit!.Value, draft.Kind!.Value, held.Start.ToInstant(), held.End.ToInstant(), held.ProviderId, held.ExpiresAt.ToInstant(), ExtendHold.AtMost);
    }

    public async Task<Result<HeldTime>> Extend(HeldTime held, CancellationToken ct) =>
        (await extend.Handle(front.Clinic!.Slug, held.Id, held.Token, ct)).IsRefused(out var refusal, out var extended)
            ? Ended(refusal)
            : held with { ExpiresAt = extended.ExpiresAt.ToInstant(), ExtensionsLeft = extended.ExtensionsLeft };

    /// <summary>Gives the time back to others before it ends by itself. That it is gone already is nothing to tell.</summary>
    public async Task Release(HeldTime held, CancellationToken ct) => _ = await release.Handle(front.Clinic!.Slug, held.Id, held.Token, ct);

    public async Task<Result<BookedVisit>> Book(Draft draft, DetailsForm form, CancellationToken ct)
    {
        // Nobody has agreed or refused where the page did not ask.
        var shown = ConsentTexts.Shown(form.SmsWords, front.Clinic!.Name);
        var request = new BookAppointment.Request
        {
            HoldToken = draft.Held!.Token,
            Patient = form.Patient(),
            BookedBy = form.Booker(),
            SameAs = form.Known?.ManageToken,
            PatientKind = draft.Kind,
            TriageId = draft.Judged?.Id.ToString(),
            TriageToken = draft.Judged?.Token,
            SmsConsent = shown is null ? null : form.SmsConsent,
            ConsentShown = shown,
        };

        // A second press of the button repeats the first answer: a visitor never ends with a visit and without its link. Other answers are no repeat.
        once.Arm(nameof(BookAppointment), draft.Visitor, draft.Held.Token, SHA256.HashData(Encoding.UTF8.GetBytes(draft.Held.Token + form.Fingerprint())));
        return (await book.Handle(front.Clinic!.Slug, request, ct)).IsRefused(out var refusal, out var booked)
            ? refusal == IdempotentRequest.Mismatch ? SchedulingRefusals.HoldUsed : Ended(refusal)
            : new BookedVisit(booked.Id, booked.ManageToken, form.Fingerprint());
    }

    /// <summary>Whether a time that was let go is still free, and the nearest to it.</summary>
    public async Task<(bool StillFree, IReadOnlyList<FreeTime> Nearest)> Near(HeldTime held, Instant? urgentUntil, CancellationToken ct)
    {
        var day = held.Start.InZone(front.Clinic!.Zone).Date;
        var around = (await times.All(held.Visit, held.Kind, null, day.PlusDays(-7), day.PlusDays(14), urgentUntil, ct)).ToList();
        var free = around.Exists(time => time.Start.ToInstant() == held.Start && time.Provider == held.Provider);
        return (free, [.. around.OrderBy(time => Math.Abs((time.Start.ToInstant() - held.Start).TotalMinutes)).Take(Nearest)]);
    }

    // A hold that has been tidied away is as unknown as one that never was; the visitor knows better, and hears that it ended.
    private static Refusal Ended(Refusal refusal) => refusal == Refusals.NotFound ? SchedulingRefusals.HoldExpired : refusal;

    /// <summary>The times a refusal offers instead.</summary>
    public static IReadOnlyList<FreeTime> Alternatives(Refusal refusal, DateTimeZone zone) =>
        refusal.Members.GetValueOrDefault("alternatives") is IEnumerable<SlotOnTheWire> offered
            ? [.. offered.Select(time => new FreeTime(time.Start.ToInstant().InZone(zone), time.ProviderId, 1))]
            : [];
}
