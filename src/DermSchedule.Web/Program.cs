using DermSchedule.Web.Ui;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPages();
var app = builder.Build();
app.UsePages();
app.UseAntiforgery();
app.MapPages();
await app.RunAsync();
