using DermSchedule.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace DermSchedule.Web.Tests.Infrastructure;

/// <summary>The HTML of one component, in one language.</summary>
internal static class Rendered
{
    public static async Task<string> Of<T>(Language language, params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddScoped(_ => new Texts(language));
        services.AddScoped<Wording>();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await using var renderer = ActivatorUtilities.CreateInstance<HtmlRenderer>(scope.ServiceProvider);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal)))).ToHtmlString());
    }
}
