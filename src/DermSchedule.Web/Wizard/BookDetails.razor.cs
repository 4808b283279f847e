using DermSchedule.Kernel;
using DermSchedule.Scheduling;
using Microsoft.AspNetCore.Components;

namespace DermSchedule.Web.Wizard;

/// <summary>The step with the details. Every button on it sends the form, also those that lead elsewhere: nothing typed is lost.</summary>
public sealed partial class BookDetails
{
    private IReadOnlyDictionary<string, string> errors = new Dictionary<string, string>();
    private IReadOnlyList<ProviderPlate> providers = [];
    private IReadOnlyList<FreeTime> nearest = [];
    private TypePlate? type;
    private DetailsForm form = new();
    private Refusal? problem;
    private bool stillFree;
    private bool ended;
    private bool elsewhere;
    private bool asking;

    [Inject]
    public BookingDesk Desk { get; set; } = null!;

    protected override WizardStep Step => WizardStep.Details;

    // After booking this step is closed; whoever presses the button a second time is shown the visit.
    protected override bool IsOpen => Draft.Booked is not null || base.IsOpen;

    protected override async Task Show(CancellationToken ct)
    {
        if (Draft.Booked is { } booked)
        {
            // The same answers again are a second press; others were meant for another visit, and nothing was booked for them.
            Go(IsPost && Http.Request.Form["act"] == "book" && DetailsForm.Read(Http.Request.Form).Fingerprint() != booked.Answers ? Path("done") + "?other=1" : Path("done"));
            return;
        }

        var held = Draft.HeldFor!;
        form = (IsPost ? DetailsForm.Read(Http.Request.Form) : Drafts.Typed ?? Begun()) with { Known = Draft.SameAs };
        providers = await Front.Providers(held.Visit, null, ct);
        type = (await Front.Types(ct)).FirstOrDefault(candidate => candidate.Id == held.Visit);

        asking = !IsPost && Http.Request.Query.ContainsKey("stop");
        await LookWhetherEnded(held, ct);
    }

    // What was said before need not be typed again.
    private DetailsForm Begun() => new()
    {
        Language = T.Code,
        For = Kernel.Words.Of(Draft.For ?? Triage.VisitFor.Self),
        Phone = Draft.Concern?.Phone ?? "",
        FirstName = Draft.For == Triage.VisitFor.Self ? Draft.Concern?.FirstName ?? "" : "",
        BookerFirstName = Draft.For == Triage.VisitFor.Self ? "" : Draft.Concern?.FirstName ?? "",
    };

    private ProviderPlate? Provider(HeldTime held) => providers.FirstOrDefault(provider => provider.Id == held.Provider);

    // What was added is told by the held time, not by the address alone.
    private string? Said(HeldTime held) => held.ExtensionsLeft < ExtendHold.AtMost && Http.Request.Query.ContainsKey("more")
        ? T.MoreTimeGiven(Wording.Time(held.ExpiresAt.InZone(Clinic!.Zone)), held.ExtensionsLeft)
        : held.ExtensionsLeft == 0 ? T.NoMoreTimeToAdd : null;

    private async Task LookWhetherEnded(HeldTime held, CancellationToken ct)
    {
        ended = !held.IsLive(Now) || problem == SchedulingRefusals.HoldExpired;
        (stillFree, nearest) = ended ? await Desk.Near(held, Draft.Judged?.UrgentUntil, ct) : (false, []);
    }
}
