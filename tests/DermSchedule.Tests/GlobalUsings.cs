global using DermSchedule.Kernel;
global using DermSchedule.Tests.Infrastructure;
global using Xunit;
