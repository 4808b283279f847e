using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Triage;

namespace DermSchedule.Web.Wizard;

/// <summary>The step with the concern. Every button on it sends the form: nothing typed is lost.</summary>
public sealed partial class BookConcern
{
    private readonly Dictionary<string, string> errors = [];
    private ConcernForm form = new();

    protected override WizardStep Step => WizardStep.Concern;

    private bool IsCosmetic => Draft.Category == Category.Cosmetic;

    private string Heading => IsCosmetic ? T.ConcernHeadingCosmetic : T.ConcernHeading;

    protected override Task Show(CancellationToken ct)
    {
        form = IsPost ? ConcernForm.Read(Http.Request.Form) : Draft.Concern ?? new ConcernForm();
        return Task.CompletedTask;
    }

    private async Task Send()
    {
        var act = Http.Request.Form["act"].ToString();

        if (act is "delete")
        {
            await Drafts.Forget(Http, Slug, Http.RequestAborted);
            Go(Path("left"));
            return;
        }

        // Whatever is wrong or left, nothing typed is lost. What is saved on the way is not handed in: the step stays open.
        if (act is not "go")
        {
            await Keep(Changed);
            Go(act is "en" or "es" ? Path(WizardStep.Concern) + "?lang=" + act : Path(WizardStep.Concern));
            return;
        }

        Check();

        // Nobody in danger is sent back for a phone number that is none (triage.md 1.4).
        if (errors.Count > 0 && !Desk.IsEmergencyByWords(Draft with { Concern = form }))
        {
            Answer(StatusCodes.Status422UnprocessableEntity);
            return;
        }

        await Keep(draft => Changed(draft) with { Concern = form with { Complete = true } });
        await GoOn();
    }

    // Other words are judged anew; what was judged before is not forgotten (domain.md 6).
    private Draft Changed(Draft draft) => draft.Concern is { } before && before.Fingerprint(draft) == form.Fingerprint(draft)
        ? draft
        : draft with { Concern = form, Judged = null, TakenBack = draft.Judged ?? draft.TakenBack };

    private void Check()
    {
        // Words alone are enough: nobody is held up by a list that does not fit.
        if (Desk.Concerns(Draft.Category!.Value).All(concern => concern.Code != form.Concern) && string.IsNullOrWhiteSpace(form.Words))
        {
            errors["kind-of"] = T.NeedConcern;
        }

        if (Draft.For == VisitFor.Child && form.ChildAge() is null)
        {
            errors["age"] = T.NeedAge;
        }

        if (form.Phone.Trim().Length > 0 && !PhoneNumber.TryParse(form.Phone, out _))
        {
            errors["phone"] = T.WrongPhone;
        }
    }

    private async Task GoOn()
    {
        // By the words alone: an answer that was a slip is put right on the page with the questions.
        if (!Desk.IsEmergencyByWords(Draft) && (Desk.Questions(Draft).Count > 0 || Desk.MoreQuestions(Draft).Count > 0))
        {
            Go(Path(WizardStep.Questions));
            return;
        }

        await HandIn(T.Code);
    }
}
