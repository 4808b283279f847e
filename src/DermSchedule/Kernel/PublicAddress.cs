namespace DermSchedule.Kernel;

/// <summary>Where patients reach this installation (<c>App__PublicUrl</c>): every link we give out starts with it, never with a Host header.</summary>
/// <param name="Base">Absolute, without a trailing slash, e.g. <c>https://book.example.org</c>.</param>
public sealed record PublicAddress(string Base)
{
    /// <summary>The manage page of a visit.</summary>
    public string OfVisit(Token token) => $"{Base}/m/{token.Value}";
}
