using DermSchedule.Jobs;
using DermSchedule.Practices;
using DermSchedule.Triage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DermSchedule.Scheduling;

/// <summary>The two public doors of this room for the host.</summary>
public static class SchedulingRoom
{
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services.AddSingleton(new HoldCap());
        services.TryAddSingleton(new TextMessages(AreSent: true));
        services.AddSingleton<AvailabilityPlans>();
        services.AddScoped<FindSlots.Handler>();
        services.AddScoped<Appointments>();
        services.AddScoped<CapCounts>();
        services.AddScoped<NearestTimes>();
        services.AddScoped<SlotTaker>();
        services.AddScoped<OnlineTypes>();
        services.AddScoped<OnlineVisits>();
        services.AddScoped<OnlineTerms>();
        services.AddScoped<KnownPeople>();
        services.AddScoped<IUrgentTimes, UrgentTimes>();
        services.AddScoped<Holds>();
        services.AddScoped<VisitParts>();
        services.AddScoped<VisitWriter>();
        services.AddScoped<VisitAnswers>();
        services.AddScoped<VisitPeople>();
        services.AddScoped<VisitQuestions>();
        services.AddScoped<AnswerQuestions.Handler>();
        services.AddScoped<VisitAccess>();
        services.AddScoped<VisitViews>();
        services.AddScoped<VisitMoves>();
        services.AddScoped<VisitChanges>();
        services.AddScoped<StatusUndo>();
        services.AddScoped<DeskWishes>();
        services.AddScoped<DeskVisits>();
        services.AddScoped<IDueHandler, LapsedHolds>();
        services.AddScoped<HoldSlot.Handler>();
        services.AddScoped<ExtendHold.Handler>();
        services.AddScoped<ReleaseHold.Handler>();
        services.AddScoped<BookAppointment.Handler>();
        services.AddScoped<AddVisitPhoto.Handler>();
        services.AddScoped<BookAtDesk.Handler>();
        services.AddScoped<ShowAppointment.Handler>();
        services.AddScoped<ListAppointments.Handler>();
        services.AddScoped<ConfirmAppointment.Handler>();
        services.AddScoped<CancelAppointment.Handler>();
        services.AddScoped<RescheduleAppointment.Handler>();
        services.AddScoped<ChangeAppointment.Handler>();
        services.AddScoped<UndoStatus.Handler>();
        services.AddScoped<AppointmentHistory.Handler>();
        services.AddScoped<DownloadCalendarFile.Handler>();
        services.AddScoped<PatientTimeline.Handler>();
        services.AddScoped<FindVisit.Handler>();
        services.AddVisitFiles();
        services.AddHours();
        return services;
    }

    /// <param name="api">The group <c>/api/v1</c>.</param>
    public static void MapScheduling(this IEndpointRouteBuilder api)
    {
        var clinic = api.MapClinic();
        FindSlots.Map(clinic);
        HoldSlot.Map(clinic);
        ExtendHold.Map(clinic);
        ReleaseHold.Map(clinic);
        BookAppointment.Map(clinic);
        FindVisit.Map(clinic);
        AddInsuranceCards.Map(clinic);

        BookAtDesk.Map(api);
        AddVisitPhoto.Map(api);
        AnswerQuestions.Map(api);
        ListAppointments.Map(api);
        ShowAppointment.Map(api);
        ConfirmAppointment.Map(api);
        CancelAppointment.Map(api);
        RescheduleAppointment.Map(api);
        ChangeAppointment.Map(api);
        UndoStatus.Map(api);
        AppointmentHistory.Map(api);
        DownloadCalendarFile.Map(api);
        PatientTimeline.Map(api);
        api.MapVisitFiles();
        api.MapHours();
    }
}
