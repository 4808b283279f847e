namespace DermSchedule.EndToEnd;
