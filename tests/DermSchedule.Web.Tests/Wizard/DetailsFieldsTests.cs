using System.Text.Encodings.Web;
using DermSchedule.Consents;
using DermSchedule.Practices;
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

    [Theory]
    [InlineData("1.en", true)]
    [InlineData("1.es", true)]
    [InlineData("0.en", false)]
    [InlineData("", false)]
    public async Task A_tick_stays_beside_the_words_it_was_made_for(string words, bool stays)
    {
        var page = await Rendered(new TextMessages(AreSent: true), new DetailsForm { SmsConsent = true, SmsWords = words });

        Assert.Contains($"name=\"smsWords\" value=\"{ConsentTexts.Today.In("en", "").Mark}\"", page, StringComparison.Ordinal);
        Assert.Contains(HtmlEncoder.Default.Encode(ConsentTexts.Today.In("en", "Demo").Words), page, StringComparison.Ordinal);
        Assert.Equal(stays, page[page.IndexOf("smsConsent", StringComparison.Ordinal)..].Split('>')[0].Contains("checked", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1.en", false)]
    [InlineData("2.en", true)]
    [InlineData("2.es", true)]
    public async Task Where_no_number_is_typed_the_words_name_the_one_that_is_meant(string words, bool stays)
    {
        var known = new KnownVisit("token", SamePerson: false, Instant.FromUtc(2026, 12, 1, 15, 0), Instant.FromUtc(2026, 12, 1, 15, 20));

        var page = await Rendered(new TextMessages(AreSent: true), new DetailsForm { SmsConsent = true, SmsWords = words, Known = known });

        Assert.DoesNotContain("this number", page, StringComparison.Ordinal);
        Assert.Contains(HtmlEncoder.Default.Encode(ConsentTexts.TodayOfOtherVisit.In("en", "Demo").Words), page, StringComparison.Ordinal);
        Assert.Contains("name=\"smsWords\" value=\"2.en\"", page, StringComparison.Ordinal);
        Assert.Equal(stays, page[page.IndexOf("smsConsent", StringComparison.Ordinal)..].Split('>')[0].Contains("checked", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Category.Medical, true)]
    [InlineData(Category.Cosmetic, false)]
    public async Task Who_pays_is_asked_for_medical_visits_only(Category category, bool asked) =>
        Assert.Equal(asked, (await Rendered(new TextMessages(AreSent: false), category: category)).Contains("name=\"payer\"", StringComparison.Ordinal));

    private static async Task<string> Rendered(TextMessages texts, DetailsForm? form = null, Category category = Category.Medical)
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
                [nameof(DetailsFields.Form)] = form ?? new DetailsForm(),
                [nameof(DetailsFields.Category)] = category,
                [nameof(DetailsFields.Errors)] = new Dictionary<string, string>(),
                [nameof(DetailsFields.Clinic)] = new ClinicPlate("demo", "Demo", "+12125550100", "1 Main St", DateTimeZone.Utc),
            };
            return (await renderer.RenderComponentAsync<DetailsFields>(ParameterView.FromDictionary(parameters))).ToHtmlString();
        });
    }
}
