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

    [Inject]
    public BookingDesk Desk { get; set; } = null!;

    [Inject]
    public TypedDetails Typed { get; set; } = null!;

    protected override async Task Show(CancellationToken ct)
    {
        if (Draft.Booked is not null)
        {
            Go(Path("done"));
            return;
        }

        if (Draft.HeldFor is not { } held)
        {
            Go(Draft.Visit is null ? Path() : Path("time"));
            return;
        }

        form = IsPost ? DetailsForm.Read(Http.Request.Form) : Typed.Read(Http, Draft) ?? new DetailsForm { Language = T.Code };
        providers = await Front.Providers(held.Visit, null, ct);
        type = (await Front.Types(ct)).FirstOrDefault(candidate => candidate.Id == held.Visit);

        await LookWhetherEnded(held, ct);
    }

    private ProviderPlate? Provider(HeldTime held) => providers.FirstOrDefault(provider => provider.Id == held.Provider);

    // What was added is told by the held time, not by the address alone.
    private string? Said(HeldTime held) => held.ExtensionsLeft < ExtendHold.AtMost && Http.Request.Query.ContainsKey("more")
        ? T.MoreTimeGiven(Wording.Time(held.ExpiresAt.InZone(Clinic!.Zone).TimeOfDay), held.ExtensionsLeft)
        : held.ExtensionsLeft == 0 ? T.NoMoreTimeToAdd : null;

    private async Task LookWhetherEnded(HeldTime held, CancellationToken ct)
    {
        ended = !held.IsLive(Now) || problem == SchedulingRefusals.HoldExpired;
        (stillFree, nearest) = ended ? await Desk.Near(held, ct) : (false, []);
    }

    private async Task Send()
    {
        // Whatever happens next, nothing typed is lost: neither by a lost race nor by a look at another page.
        Typed.Keep(Http, Slug, Draft, form);
        var act = Http.Request.Form["act"].ToString();

        if (FreeTime.Read(Http.Request.Form["start"], Clinic!.Zone) is { } other)
        {
            Follow(await Desk.Hold(Draft, other, Now, Http.RequestAborted));
            return;
        }

        switch (act)
        {
            case "extend":
                Follow(await Desk.Extend(Draft.HeldFor!, Http.RequestAborted), "?more=1");
                break;
            case "stop":
                await Stop();
                break;
            case "time":
                Go(Path("time"));
                break;
            case "visit":
                Go(Path());
                break;
            case "keep":
                Go(Path("details"));
                break;
            case "en" or "es":
                Speak(act);
                break;
            default:
                await Book();
                break;
        }
    }

    // Messages follow the language of the page unless another was chosen for them.
    private void Speak(string language)
    {
        Typed.Keep(Http, Slug, Draft, form.Language == T.Code ? form with { Language = language } : form);
        Go(Path("details") + "?lang=" + language);
    }

    private async Task Stop()
    {
        await Desk.Release(Draft.HeldFor!, Http.RequestAborted);
        Typed.Forget(Http, Slug);
        Drafts.Forget(Http, Slug);
        Go("/" + Slug);
    }

    private void Follow(Result<HeldTime> result, string query = "")
    {
        if (result.IsRefused(out var refusal, out var held))
        {
            problem = refusal;
            Answer(refusal.Kind.Status());
            return;
        }

        Keep(Draft with { Held = held });
        Go(Path("details") + query);
    }

    private async Task Book()
    {
        errors = DetailsCheck.Check(form, Now.InZone(Clinic!.Zone).Date, Front.Policies.AdultAge, T);

        if (errors.Count > 0)
        {
            Answer(StatusCodes.Status422UnprocessableEntity);
            return;
        }

        if ((await Desk.Book(Draft, form, Http.RequestAborted)).IsRefused(out var refusal, out var booked))
        {
            errors = DetailsCheck.Say(refusal, form, Now.InZone(Clinic.Zone).Date, T);
            problem = errors.Count > 0 ? null : refusal;
            Answer(refusal.Kind.Status());
            await LookWhetherEnded(Draft.HeldFor!, Http.RequestAborted);
            return;
        }

        Typed.Forget(Http, Slug);
        Keep(Draft.After(booked));
        Go(Path("done"));
    }
}
