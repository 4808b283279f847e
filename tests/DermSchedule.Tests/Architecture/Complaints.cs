using Xunit;

namespace DermSchedule.Tests.Architecture;

/// <summary>Fails with every complaint in full; the usual assertion shows the first few, cut short.</summary>
internal static class Complaints
{
    public static void None(IEnumerable<string?> complaints)
    {
        var all = complaints.Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
