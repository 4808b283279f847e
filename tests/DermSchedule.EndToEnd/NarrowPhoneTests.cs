using DermSchedule.EndToEnd.Infrastructure;
using Xunit;

namespace DermSchedule.EndToEnd;

/// <summary>A screen as narrow as they come.</summary>
public sealed class NarrowPhoneTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task A_clinic_with_a_long_name_fits_the_narrowest_phone()
    {
        await using var patient = await clinic.Visitor(width: 320);

        foreach (var path in new[] { "/demo-phoenix", "/demo-phoenix/book" })
        {
            await patient.Open(path);

            Assert.Equal(320, await patient.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }
}
