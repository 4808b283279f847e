using DermSchedule.Kernel;
using DermSchedule.Practices;
using DermSchedule.Tests.Infrastructure;

namespace DermSchedule.Tests.Settings;

/// <summary>A second practice in the same database, to show that the two do not see each other.</summary>
internal sealed record OtherPractice(PracticeId Practice, ClinicId Clinic, ProviderId Provider, ResourceId Room, AppointmentTypeId Type)
{
    public static async Task<OtherPractice> Opened(TestClinic clinic, string slug = "lakeside")
    {
        await using var scope = clinic.Stranger();
        var (db, ids, founding) = (scope.Db, scope.Get<Ids>(), scope.Get<Founding>());
        var opened = await db.Write<OtherPractice>(
            () =>
            {
                var practice = founding.Found("Lakeside Skin");
                var place = founding.Open(slug, "Lakeside Skin", "America/Chicago", "+13125550100", "1 Lake Street");
                var provider = new Provider { PracticeId = practice.Id, Id = ids.Next<Provider>(), Name = "Dr. Lake", ClinicIds = [place.Id] };
                var room = new Resource { PracticeId = practice.Id, Id = ids.Next<Resource>(), ClinicId = place.Id, Name = "Room 1", Kind = "room" };
                var type = new AppointmentType { PracticeId = practice.Id, Id = ids.Next<AppointmentType>(), Name = "Visit", Category = Category.Medical, DurationMinutes = 20 };
                db.AddRange(provider, room, type);
                return Task.FromResult<Result<OtherPractice>>(new OtherPractice(practice.Id, place.Id, provider.Id, room.Id, type.Id));
            },
            CancellationToken.None);
        return opened.Value;
    }
}
