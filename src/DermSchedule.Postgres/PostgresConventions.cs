using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace DermSchedule.Postgres;

/// <summary>An instant as <c>timestamptz</c>, which takes UTC only and keeps microseconds: what is finer is cut off here and not by surprise.</summary>
internal sealed class PostgresInstant() : ValueConverter<Instant, DateTime>(
    instant => ClockExtensions.FromUnixMicroseconds(instant.ToUnixMicroseconds()).ToDateTimeUtc(),
    stored => Instant.FromDateTimeUtc(stored));

/// <summary>A date as <c>date</c>.</summary>
internal sealed class PostgresDate() : ValueConverter<LocalDate, DateOnly>(date => date.ToDateOnly(), stored => LocalDate.FromDateOnly(stored));
