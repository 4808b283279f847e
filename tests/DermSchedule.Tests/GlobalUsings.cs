namespace DermSchedule.Tests;
