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
    public Drafts Drafts { get; set; } = null!;

    [Inject]
    public Caller Caller { get; set; } = null!;

    [Inject]
    public TimeProvider Clock { get; set; } = null!;

    protected Instant Now => Clock.GetCurrentInstant();

    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    protected string Path(string step = "") => step.Length == 0 ? $"/{Slug}/book" : $"/{Slug}/book/{step}";

    protected sealed override async Task Load(CancellationToken ct)
    {
        Draft = Drafts.Read(Http);
        Caller.Visitor = Draft.Visitor;
        Clinic = Front.Clinic;
        await Show(ct);
    }

    protected abstract Task Show(CancellationToken ct);

    protected void Keep(Draft draft) => Drafts.Write(Http, Slug, Draft = draft);

    /// <summary>Ends this page: nothing of it is sent.</summary>
    protected void Go(string url)
    {
        Clinic = null;
        Navigation.NavigateTo(url);
    }

    /// <summary>Shows this page as an answer to what was sent: a script then puts it in place, a browser without shows it.</summary>
    protected void Answer(int status)
    {
        LedBack.Answered(Http);
        Http.Response.StatusCode = status;
    }
}
