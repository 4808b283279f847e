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
    builder.ServeFilesAsPublished();

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

    // The database and the routes take about as long to come up; nobody needs to wait for one after the other.
    var database = Task.Run(app.BringUpDatabase);

    if (Verbs.IsRotation(args))
    {
        await database;
        return await Verbs.RunRotation(args, app.Services);
    }

    if (Verbs.IsSetup(args))
    {
        await database;
        return await Verbs.RunSetup(args, app.Services, settings);
    }

    app.UseKnownProxies(settings);
    app.UseSecurityHeaders(settings);
    app.UseMiddleware<RequestLine>();
    app.UseProblemAnswers();
    app.UseContractPage();
    app.UseHeadRequests();
    app.UseRouting();
    app.UsePageFaces();
    app.UseRateLimits(settings);
    app.UseIdentity();
    app.UseInputGuard();
    app.UseIdempotencyKeys();
    app.UsePages();
    app.UseAntiforgery();
    app.UseLedBack();

    app.MapGroup("/api/v1").MapRooms();
    app.MapGroup("/api/v1").MapDemo(settings.Demo);
    app.MapContract();
    app.MapHealth();
    app.MapProblemPages();
    app.MapPages();
    app.BuildRoutes();

    await database;
    await app.RunAsync();
    return 0;
});
