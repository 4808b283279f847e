using DermSchedule.Scheduling;
using DermSchedule.Web.Ui;
using DermSchedule.Web.Wizard;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace DermSchedule.Web.Tests.Wizard;

public sealed class DetailsFieldsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Consent_to_texts_is_asked_only_where_texts_are_sent(bool sent)
    {
        var page = await Rendered(new TextMessages(sent));

        Assert.Contains("name=\"phone\"", page, StringComparison.Ordinal);
        Assert.Equal(sent, page.Contains("smsConsent", StringComparison.Ordinal));
    }

    private static async Task<string> Rendered(TextMessages texts)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddScoped<Texts>();
        services.AddScoped<Wording>();
        services.AddSingleton(texts);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await using var renderer = ActivatorUtilities.CreateInstance<HtmlRenderer>(scope.ServiceProvider);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = new Dictionary<string, object?>
            {
                [nameof(DetailsFields.Form)] = new DetailsForm(),
                [nameof(DetailsFields.Errors)] = new Dictionary<string, string>(),
                [nameof(DetailsFields.Clinic)] = new ClinicPlate("demo", "Demo", "+12125550100", "1 Main St", DateTimeZone.Utc),
            };
            return (await renderer.RenderComponentAsync<DetailsFields>(ParameterView.FromDictionary(parameters))).ToHtmlString();
        });
    }
}
