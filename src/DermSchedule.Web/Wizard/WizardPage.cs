using DermSchedule.Kernel;
using DermSchedule.Web.Ui;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace DermSchedule.Web.Wizard;

/// <summary>
/// A step of the wizard: a GET shows it, a POST answers with a redirect to the next one, or with itself and what is wrong. Nobody gets to a step
/// whose questions before it are open, by address or by post.
/// </summary>
public abstract class WizardPage : ClinicPage
{
    protected ClinicPlate? Clinic { get; private set; }

    protected Draft Draft { get; private set; } = new();

    [Inject]
    public WizardDrafts Drafts { get; set; } = null!;

    [Inject]
    public Caller Caller { get; set; } = null!;

    [Inject]
    public TimeProvider Clock { get; set; } = null!;

    protected Instant Now => Clock.GetCurrentInstant();

    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>Which step this is; <see cref="WizardStep.None"/> for pages beside the way.</summary>
    protected virtual WizardStep Step => WizardStep.None;

    /// <summary>Whether the steps before this one are answered.</summary>
    protected virtual bool IsOpen => Step <= Draft.Reached();

    protected string Path(string step = "") => step.Length == 0 ? $"/{Slug}/book" : $"/{Slug}/book/{step}";

    protected string Path(WizardStep step) => Path(step.Address());

    protected sealed override async Task Load(CancellationToken ct)
    {
        Draft = await Drafts.Read(Http, ct);
        Caller.Visitor = Draft.Visitor;
        Clinic = Front.Clinic;

        // There is nothing to choose any more: the visit stands.
        if (Draft.Answering is { } visit && Step >= WizardStep.Visit)
        {
            Go(visit.Path);
            return;
        }

        // A form that was open for too long finds its step closed: it says so where it leads.
        if (!IsOpen)
        {
            // Another tab has booked meanwhile: nothing was booked by this one.
            if (Draft.Booked is not null && Step >= WizardStep.Visit)
            {
                Go(Path("done") + (IsPost ? "?other=1" : ""));
                return;
            }

            var over = IsPost || Http.Request.Query.ContainsKey("over") ? "?over=1" : "";
            Go(Draft.Judged is { NeedsHelp: true } ? Path("help") : Path(Draft.Reached()) + over);
            return;
        }

        await Show(ct);
    }

    protected abstract Task Show(CancellationToken ct);

    protected async Task Keep(Func<Draft, Draft> change) => Draft = await Drafts.Change(Http, Slug, change, Http.RequestAborted);

    /// <summary>Ends this page: nothing of it is sent.</summary>
    protected void Go(string url)
    {
        Clinic = null;
        Navigation.NavigateTo(url);
    }

    /// <summary>
    /// Leads to the page with the numbers. It is a document of its own, so a script that sent a form would fetch it twice, on the line that may be the worst:
    /// it is told the address instead (pages.ts).
    /// </summary>
    protected void GoToHelp()
    {
        if (!IsPost || !Http.Request.Headers.ContainsKey("X-Turbo-Request-Id"))
        {
            Go(Path("help"));
            return;
        }

        Clinic = null;
        Http.Response.Headers["X-Whole-Page"] = Path("help");
    }

    /// <summary>Shows this page as an answer to what was sent: a script then puts it in place, a browser without shows it.</summary>
    protected void Answer(int status)
    {
        LedBack.Answered(Http);
        Http.Response.StatusCode = status;
    }
}
