using Microsoft.AspNetCore.Components;

namespace DermSchedule.Web.Wizard;

/// <summary>A page of one clinic. Its practice has been entered before the page is made (<see cref="PageDoor"/>).</summary>
public abstract class ClinicPage : ComponentBase
{
    [Parameter]
    public string Slug { get; set; } = "";

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    public ClinicFront Front { get; set; } = null!;

    [Inject]
    public NavigationManager Navigation { get; set; } = null!;

    protected override Task OnInitializedAsync() => Load(Http.RequestAborted);

    protected abstract Task Load(CancellationToken ct);
}
