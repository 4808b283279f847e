using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace DermSchedule.Sqlite;

/// <summary>An instant as whole microseconds since the Unix epoch: SQLite compares integers, and has no type for time.</summary>
internal sealed class SqliteInstant() : ValueConverter<Instant, long>(instant => instant.ToUnixMicroseconds(), stored => ClockExtensions.FromUnixMicroseconds(stored));

/// <summary>A date as ISO text, which sorts as it should.</summary>
internal sealed class SqliteDate() : ValueConverter<LocalDate, string>(date => LocalDatePattern.Iso.Format(date), stored => LocalDatePattern.Iso.Parse(stored).Value);
