global using DermSchedule.Kernel;
