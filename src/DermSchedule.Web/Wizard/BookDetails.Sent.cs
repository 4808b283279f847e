using DermSchedule.Kernel;
using DermSchedule.Scheduling;

namespace DermSchedule.Web.Wizard;

/// <content>What happens when the form is sent, by whichever of its buttons.</content>
public sealed partial class BookDetails
{
    /// <summary>Which kept time the page showed when its form was sent.</summary>
    private const string HeldField = "held";

    /// <summary>Which booking the form was filled in for.</summary>
    private const string SheetField = "sheet";

    private async Task Send()
    {
        // Whatever happens next, nothing typed is lost: neither by a lost race nor by a look at another page.
        await Drafts.KeepTyped(Http, Slug, Http.Request.Form[SheetField].ToString(), form, Http.RequestAborted);
        var act = Http.Request.Form["act"].ToString();

        if (FreeTime.Read(Http.Request.Form["start"], Clinic!.Zone) is { } other)
        {
            await Follow(await Desk.Hold(Draft, other, Now, Http.RequestAborted));
            return;
        }

        // Another tab has chosen another time since this page was drawn: nobody gets what they did not see.
        if (act is not ("stop" or "delete" or "time" or "visit" or "keep" or "en" or "es") && Http.Request.Form[HeldField] != Draft.HeldFor!.Id.ToString())
        {
            elsewhere = true;
            Answer(StatusCodes.Status409Conflict);
            return;
        }

        switch (act)
        {
            case "extend":
                await Follow(await Desk.Extend(Draft.HeldFor!, Http.RequestAborted), "?more=1");
                break;
            case "stop":
                Go(Path("details") + "?stop=1");
                break;
            case "delete":
                await Stop();
                break;
            case "time":
                Go(Path("time"));
                break;
            case "visit":
                Go(Path(WizardStep.Visit));
                break;
            case "keep":
                Go(Path("details"));
                break;
            case "en" or "es":
                await Speak(act);
                break;
            default:
                await Book();
                break;
        }
    }

    // Messages follow the language of the page unless another was chosen for them.
    private async Task Speak(string language)
    {
        var kept = form.Language == T.Code ? form with { Language = language } : form;
        await Drafts.KeepTyped(Http, Slug, Http.Request.Form[SheetField].ToString(), kept, Http.RequestAborted);
        Go(Path("details") + "?lang=" + language);
    }

    private async Task Stop()
    {
        await Desk.Release(Draft.HeldFor!, Http.RequestAborted);
        await Drafts.Forget(Http, Slug, Http.RequestAborted);
        Go(Path("left"));
    }

    private async Task<Refusal?> HoldAgain()
    {
        var over = Draft.HeldFor!;

        if ((await Desk.Hold(Draft, new FreeTime(over.Start.InZone(Clinic!.Zone), over.Provider, 1), Now, Http.RequestAborted)).IsRefused(out var refusal, out var again))
        {
            return refusal;
        }

        await Keep(draft => draft with { Held = again });
        return null;
    }

    private async Task Follow(Result<HeldTime> result, string query = "")
    {
        if (result.IsRefused(out var refusal, out var held))
        {
            problem = refusal;
            Answer(refusal.Kind.Status());
            return;
        }

        await Keep(draft => draft with { Held = held });
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

        var answer = await Desk.Book(Draft, form, Http.RequestAborted);

        // It had run out, and is kept again and booked where nobody has taken it. First comes the answer to an earlier press, which may have booked it.
        if (answer.Refusal == SchedulingRefusals.HoldExpired)
        {
            answer = await HoldAgain() is { } lost ? lost : await Desk.Book(Draft, form, Http.RequestAborted);
        }

        if (answer.IsRefused(out var refusal, out var booked))
        {
            errors = DetailsCheck.Say(refusal, form, Now.InZone(Clinic.Zone).Date, T);
            problem = errors.Count > 0 ? null : refusal;
            Answer(refusal.Kind.Status());
            await LookWhetherEnded(Draft.HeldFor!, Http.RequestAborted);
            return;
        }

        var insured = Draft.Category == Practices.Category.Medical && form.Payer != "self_pay";
        await Keep(draft => draft.After(booked));
        Go(Path(insured ? "insurance" : "done"));
    }
}
