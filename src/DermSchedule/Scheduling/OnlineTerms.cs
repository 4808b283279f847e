using DermSchedule.Triage;
using NodaTime;

namespace DermSchedule.Scheduling;

/// <summary>Reads on what terms somebody books online: who comes, what was answered before, what was agreed to.</summary>
public sealed class OnlineTerms(KnownPeople known, Triages triages, TextMessages texts)
{
    public async Task<Result<OnlinePeople>> Read(BookAppointment.Request request, LocalDate today, CancellationToken ct)
    {
        if ((await known.Complete(request, ct)).IsRefused(out var nobody, out var complete))
        {
            return nobody;
        }

        // Nobody consented to texts that cannot be sent, whatever an old form says.
        if (OnlinePeople.Read(texts.AreSent ? complete : complete with { SmsConsent = null, ConsentShown = null }, today).IsRefused(out var invalid, out var people))
        {
            return request.SameAs is null ? invalid : KnownPeople.Told(invalid, request);
        }

        return (await triages.Find(request.TriageId, request.TriageToken, ct)).IsRefused(out var unknown, out var triage)
            ? unknown
            : people with { Triage = triage };
    }
}
