namespace DermSchedule.Web.Tests;
