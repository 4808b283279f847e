using DermSchedule.Triage;
using DermSchedule.Web.Ui;
using DermSchedule.Web.Wizard.Help;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace DermSchedule.Web.Tests.Wizard.Help;

/// <summary>One page for every situation, each by its number: the help screen in the product's own shell.</summary>
[Route("/probe/help/{Number:int}")]
[Frame(Body = "help", Personal = true, Bare = true)]
public sealed class HelpProbe : ComponentBase
{
    /// <summary>Every disposition that leads here × open or closed × a line for the night or none × a number known or not.</summary>
    public static IReadOnlyList<HelpView> Situations { get; } =
    [
        .. from disposition in new[] { Disposition.Emergency, Disposition.SameDay, Disposition.Urgent }
           from open in new[] { true, false }
           from line in new[] { null, "+12125550199" }
           from phone in new[] { null, "+16465550187" }
           select new HelpView("Oak Skin", "oak", new ClinicDoor(open, "+12125550140", line), disposition)
           {
               NoUrgentTime = disposition == Disposition.Urgent,
               Numbers = disposition == Disposition.Emergency ? [DermSchedule.Triage.Help.Emergency911] : [DermSchedule.Triage.Help.Clinic],
               ContactPhone = phone,
               AlertedAt = "9:36 AM",
           },
        Emergency with { Numbers = [DermSchedule.Triage.Help.Emergency911], Allergy = true, Signs = ["<b>trouble breathing</b>"] },
        Emergency with { Numbers = [DermSchedule.Triage.Help.Lifeline988] },
        Emergency with { Numbers = [DermSchedule.Triage.Help.PoisonControl] },
        Emergency with { ContactError = "Enter 10 digits", ContactTyped = "<555", NameTyped = "Ana" },
    ];

    public const int Allergic = 24;
    public const int InCrisis = 25;
    public const int Poisoned = 26;
    public const int WrongNumber = 27;

    private static HelpView Emergency => new("Oak Skin", "oak", new ClinicDoor(true, "+12125550140", null), Disposition.Emergency);

    [Parameter]
    public int Number { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<HelpScreen>(0);
        builder.AddComponentParameter(1, nameof(HelpScreen.View), Situations[Number]);
        builder.CloseComponent();
    }
}
