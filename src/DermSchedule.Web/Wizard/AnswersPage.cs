using Microsoft.AspNetCore.Components;

namespace DermSchedule.Web.Wizard;

/// <summary>A step on which the answers can be complete: it hands them in, and leads to where they lead.</summary>
public abstract class AnswersPage : WizardPage
{
    [Inject]
    public ConcernDesk Desk { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        await Desk.Open(Http.RequestAborted);
        await base.OnInitializedAsync();
    }

    /// <param name="language">In which the visitor is told.</param>
    protected async Task HandIn(string language)
    {
        if ((await Desk.Judge(Draft, language, Http.RequestAborted)).IsRefused(out _, out var judged))
        {
            Go(Draft.Answering?.Path ?? Path(Step) + "?over=1");
            return;
        }

        await Keep(draft => draft.With(judged));

        if (Draft.Judged is { NeedsHelp: true })
        {
            GoToHelp();
        }
        else if (Draft.Answering is { } visit)
        {
            // They lie with the visit now; who comes next on this computer finds none of them.
            await Drafts.Forget(Http, Slug, Http.RequestAborted);
            Go(visit.Path + "?done=answered");
        }
        else
        {
            Go(Path(WizardStep.Visit));
        }
    }
}
