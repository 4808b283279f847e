using System.Reflection;
using System.Text.Json;
using DermSchedule.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DermSchedule.Data;

/// <summary>What is stored the same way on both engines: ids as UUIDs, enums as snake_case words, sealed values as bytes.</summary>
internal static class StorageConventions
{
    public static void Apply(ModelConfigurationBuilder conventions)
    {
        foreach (var type in StoredTypes())
        {
            if (type.IsEnum)
            {
                conventions.Properties(type).HaveConversion(typeof(WordConverter<>).MakeGenericType(type)).HaveMaxLength(40);
            }
            else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>))
            {
                conventions.Properties(type).HaveConversion(typeof(IdConverter<>).MakeGenericType(type.GetGenericArguments()));
            }
            else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Sealed<>))
            {
                conventions.Properties(type).HaveConversion(typeof(SealedConverter<>).MakeGenericType(type.GetGenericArguments()));
            }
        }
    }

    /// <summary>Columns in snake_case, as the SQL of the walls and of people who report writes them.</summary>
    public static void NameInSnakeCase(ModelBuilder modelBuilder)
    {
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }

    private static IEnumerable<Type> StoredTypes() => typeof(ScheduleDb).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false })
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        .Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
        .Where(type => !type.ContainsGenericParameters)
        .Distinct();

    private sealed class IdConverter<TOf>() : ValueConverter<Id<TOf>, Guid>(id => id.Value, value => new Id<TOf>(value));

    private sealed class WordConverter<TEnum>() : ValueConverter<TEnum, string>(value => Words.Of(value), word => Words.Read<TEnum>(word))
        where TEnum : struct, Enum;

    private sealed class SealedConverter<T>() : ValueConverter<Sealed<T>, byte[]>(value => value.Bytes, bytes => new Sealed<T>(bytes));
}
