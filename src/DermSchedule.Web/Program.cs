using DermSchedule;
using DermSchedule.Identity;
using DermSchedule.Web.Demo;
using DermSchedule.Web.Hosting;
using DermSchedule.Web.Hosting.Contract;
using DermSchedule.Web.Hosting.Guards;
using DermSchedule.Web.Hosting.Problems;
using DermSchedule.Web.Hosting.Settings;
using DermSchedule.Web.Ui;

return await StartRefusals.Say(async () =>
{
    var builder = WebApplication.CreateBuilder(Verbs.Without(args));
    builder.ListenAtDefault();
    builder.LimitBodies();
    builder.LogQuietly();

    if (Verbs.IsKeys(args))
    {
        return Verbs.RunKeys(args, builder.Configuration, builder.Environment);
    }

    var settings = HostSettings.Read(builder.Configuration, builder.Environment);
    builder.Services.AddStore(settings);
    builder.Services.AddRooms();
    builder.Services.AddClock(settings);
    builder.Services.AddLimits(settings);
    builder.Services.AddDemo(settings.Demo);
    builder.Services.AddWire();
    builder.Services.AddProblemAnswers();
    builder.Services.AddContract();
    builder.Services.AddPages();

    await using var app = builder.Build();
    app.LogHostOnceStarted();
    await app.BringUpDatabase();

    if (Verbs.IsRotation(args))
    {
        return await Verbs.RunRotation(args, app.Services);
    }

    if (Verbs.IsSetup(args))
    {
        return await Verbs.RunSetup(args, app.Services, settings);
    }

    app.UseKnownProxies(settings);
    app.UseSecurityHeaders(settings);
    app.UseMiddleware<RequestLine>();
    app.UseProblemAnswers();
    app.UseContractPage();
    app.UseRouting();
    app.UsePageFaces();
    app.UseRateLimits(settings);
    app.UseIdentity();
    app.UseInputGuard();
    app.UseIdempotencyKeys();
    app.UsePages();
    app.UseAntiforgery();

    app.MapGroup("/api/v1").MapRooms();
    app.MapGroup("/api/v1").MapDemo(settings.Demo);
    app.MapContract();
    app.MapHealth();
    app.MapProblemPages();
    app.MapPages();

    await app.RunAsync();
    return 0;
});
