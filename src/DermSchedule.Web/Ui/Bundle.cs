namespace DermSchedule.Web.Ui;

/// <summary>Whether scripts and fonts were bundled: a build without Node has none, and its pages do without.</summary>
public sealed class Bundle(IWebHostEnvironment environment)
{
    public bool Exists { get; } = environment.WebRootFileProvider.GetFileInfo("dist/app.js").Exists;
}
