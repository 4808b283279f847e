using DermSchedule.Kernel;
using DermSchedule.Scheduling;

namespace DermSchedule.Web.Wizard;

/// <content>The button that books.</content>
public sealed partial class BookDetails
{
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
            await ForgetKnown(refusal);
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

    // What the clinic knows is not enough, or the link leads nowhere any more: then it is asked for.
    private async Task ForgetKnown(Refusal refusal)
    {
        if (form.Known is not null && refusal == Refusals.ValidationFailed)
        {
            form = form with { Known = null };
            await Keep(draft => draft with { SameAs = null });
        }
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
}
