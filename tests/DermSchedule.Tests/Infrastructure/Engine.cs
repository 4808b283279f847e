namespace DermSchedule.Tests.Infrastructure;

/// <summary>The database a test runs on.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}
