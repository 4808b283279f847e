using System.Text.Encodings.Web;
using System.Text.Unicode;
using DermSchedule.Web.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DermSchedule.Web.Tests.Infrastructure;

/// <summary>The product's shell around the pages of this test assembly: a screen is read as a browser would get it, without a clinic behind it.</summary>
public sealed class PageHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private PageHost(WebApplication app) => this.app = app;

    public static async Task<PageHost> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Environment.WebRootPath = Path.Combine(Repository.Root, "src", "DermSchedule.Web", "wwwroot");
        builder.Services.AddRazorComponents();
        builder.Services.AddWebEncoders(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddSingleton(new Bundle(exists: true));
        builder.Services.AddScoped<Texts>();
        builder.Services.AddScoped<Wording>();
        var app = builder.Build();
        app.UseReaderLanguage();
        app.UseAntiforgery();
        app.MapRazorComponents<App>().AddAdditionalAssemblies(typeof(PageHost).Assembly);
        await app.StartAsync();
        return new PageHost(app);
    }

    /// <summary>The page, with the signs of phone numbers as a browser reads them.</summary>
    public async Task<string> Get(string address)
    {
        using var client = app.GetTestClient();
        return (await client.GetStringAsync(new Uri(address, UriKind.Relative))).Replace("&#x2B;", "+", StringComparison.Ordinal).Replace("&#xA0;", "\u00a0", StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
