using Microsoft.AspNetCore.Components.Endpoints;

namespace DermSchedule.Web.Ui;

/// <summary>How a page sits in the shell. Without it: a public page in the patient look.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FrameAttribute : Attribute
{
    /// <summary>Classes of <c>body</c>.</summary>
    public string Body { get; init; } = "patient";

    /// <summary>
    /// Holds what belongs to one person: never stored by a browser or proxy, not found by search engines, and its address, which may hold a
    /// token, is not told to other sites.
    /// </summary>
    public bool Personal { get; init; }

    /// <summary>
    /// For whoever may be in danger: one small style sheet and nothing else that has to be loaded, no script, font or icon file, so that the page is
    /// there on the worst connection and on the oldest phone (R-TR-8).
    /// </summary>
    public bool Bare { get; init; }

    /// <summary>The frame of the page that is asked for; null for what is no page.</summary>
    internal static FrameAttribute? Of(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is { } page
        ? page.GetCustomAttributes(typeof(FrameAttribute), inherit: true).OfType<FrameAttribute>().FirstOrDefault() ?? new FrameAttribute()
        : null;
}
