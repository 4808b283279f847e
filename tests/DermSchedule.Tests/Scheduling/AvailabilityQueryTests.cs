using DermSchedule.Practices;
using DermSchedule.Scheduling;
using Xunit;

namespace DermSchedule.Tests.Scheduling;

public sealed class AvailabilityQueryTests
{
    private const string Type = "01900000-0000-7000-8000-000000000005";

    [Fact]
    public void Everything_wrong_with_a_search_is_said_at_once()
    {
        var refusal = new AvailabilityQuery("five", "2027-02-30", null, "anybody", "old").Read(staff: false).Refusal;

        var errors = Assert.IsType<Dictionary<string, string[]>>(refusal?.Members["errors"]);
        Assert.Equal(["appointmentTypeId", "from", "patientKind", "providerId", "to"], errors.Keys.Order());
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("established", PatientKind.Established)]
    [InlineData("new", PatientKind.New)]
    public void The_kind_of_patient_may_be_left_out(string? typed, PatientKind? kind)
    {
        var request = new AvailabilityQuery(Type, "2027-01-04", "2027-01-05", null, typed).Read(staff: false).Value;

        Assert.Equal(kind, request.PatientKind);
        Assert.Null(request.ProviderId);
    }
}
