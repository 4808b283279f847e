using DermSchedule.Kernel;
using DermSchedule.Web.Ui;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace DermSchedule.Web.Wizard;

/// <summary>
/// A page behind a visit's private link. Whoever scans links in messages opens it too: a GET shows, and only a button changes anything
/// (domain.md 7).
/// </summary>
public abstract class VisitPage : ComponentBase
{
    [Parameter]
    public string Token { get; set; } = "";

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    public NavigationManager Navigation { get; set; } = null!;

    [Inject]
    public ClinicFront Front { get; set; } = null!;

    [Inject]
    public VisitDesk Desk { get; set; } = null!;

    [Inject]
    public TimeProvider Clock { get; set; } = null!;

    /// <summary>Null when there is nothing to show.</summary>
    protected VisitCard? Visit { get; private set; }

    protected bool Missing { get; private set; }

    protected ClinicPlate Clinic => Front.Clinic!;

    protected Instant Now => Clock.GetCurrentInstant();

    protected Refusal? Problem { get; set; }

    protected sealed override async Task OnInitializedAsync()
    {
        Visit = await Desk.Show(new Token(Token), Http.RequestAborted);

        if (Visit is null)
        {
            Missing = true;
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await Show(Http.RequestAborted);
    }

    /// <summary>What a form of this page carries: the visit as the patient saw it.</summary>
    protected string Seen => $"{Visit!.Start.ToInstant().ToUnixTimeSeconds()}";

    /// <summary>Whether the form was sent from a page that shows the visit at another time: then nothing is done, and the page says so.</summary>
    protected bool IsOutdated()
    {
        Outdated = Http.Request.Form["seen"] != Seen;

        if (Outdated)
        {
            Http.Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return Outdated;
    }

    protected bool Outdated { get; private set; }

    protected virtual Task Show(CancellationToken ct) => Task.CompletedTask;

    protected void Go(string url)
    {
        Visit = null;
        Navigation.NavigateTo(url);
    }

    /// <summary>Leads on after a yes; says the no in place.</summary>
    protected void Follow(Refusal? refusal, string url)
    {
        if (refusal is null)
        {
            Go(url);
            return;
        }

        Problem = refusal;
        LedBack.Answered(Http);
        Http.Response.StatusCode = refusal.Kind.Status();
    }
}
