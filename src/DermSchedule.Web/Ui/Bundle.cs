namespace DermSchedule.Web.Ui;

/// <summary>Whether scripts and fonts were bundled: a build without Node has none, and its pages do without.</summary>
public sealed class Bundle
{
    public Bundle(IWebHostEnvironment environment)
        : this(environment.WebRootFileProvider.GetFileInfo("dist/app.js").Exists)
    {
    }

    internal Bundle(bool exists) => Exists = exists;

    public bool Exists { get; }
}
