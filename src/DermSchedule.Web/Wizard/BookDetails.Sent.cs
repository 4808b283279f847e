using DermSchedule.Kernel;

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
        if (act is not ("stop" or "delete" or "time" or "visit" or "keep" or "others" or "en" or "es") && Http.Request.Form[HeldField] != Draft.HeldFor!.Id.ToString())
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
            case "others":
                await Keep(draft => draft with { SameAs = null });
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
}
