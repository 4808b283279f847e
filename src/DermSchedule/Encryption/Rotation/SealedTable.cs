using DermSchedule.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DermSchedule.Encryption.Rotation;

/// <summary>
/// A mutable table with sealed columns. Found in the model itself, so that a new table is re-sealed without anybody thinking of it; a test holds its
/// names against the <see cref="SealedField"/>s its room seals with.
/// </summary>
internal abstract class SealedTable(string name, IReadOnlyList<IProperty> columns)
{
    public string Name => name;

    public IReadOnlyList<IProperty> Columns => columns;

    /// <summary>All of them, in one fixed order.</summary>
    public static IReadOnlyList<SealedTable> In(IModel model) =>
    [
        .. model.GetEntityTypes().Where(entity => !typeof(IAppendOnly).IsAssignableFrom(entity.ClrType))
            .Select(entity => (Entity: entity, Columns: entity.GetProperties().Where(property => IsSealed(property.ClrType)).ToList()))
            .Where(table => table.Columns.Count > 0)
            .OrderBy(table => table.Entity.GetTableName(), StringComparer.Ordinal)
            .Select(table => (SealedTable)Activator.CreateInstance(typeof(Of<>).MakeGenericType(table.Entity.ClrType), table.Entity.GetTableName()!, table.Columns)!),
    ];

    /// <summary>
    /// Re-seals what stands under an older key among the next <paramref name="size"/> rows after <paramref name="last"/>, in the caller's unit of
    /// work. Answers the last row it looked at; null when nothing is left behind it. A batch that is not full is the last one: the walk itself adds
    /// rows to the table of due rows, and would never see its end.
    /// </summary>
    public abstract Task<Guid?> Reseal(ScheduleDb db, Vault vault, Guid? last, int size, CancellationToken ct);

    private static bool IsSealed(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Sealed<>);

    private sealed class Of<TEntity>(string name, IReadOnlyList<IProperty> columns) : SealedTable(name, columns)
        where TEntity : class
    {
        public override async Task<Guid?> Reseal(ScheduleDb db, Vault vault, Guid? last, int size, CancellationToken ct)
        {
            var rows = db.Set<TEntity>().AsQueryable();

            if (last is { } after)
            {
                var id = new Id<TEntity>(after);
                rows = rows.Where(row => EF.Property<Id<TEntity>>(row, "Id") > id);
            }

            var batch = await rows.OrderBy(row => EF.Property<Id<TEntity>>(row, "Id")).Take(size).ToListAsync(ct);
            var reached = default(Guid);

            foreach (var entry in batch.ConvertAll(row => db.Entry(row)))
            {
                reached = entry.Property<Id<TEntity>>("Id").CurrentValue.Value;
                Reseal(entry, vault, reached);
            }

            return batch.Count == size ? reached : null;
        }

        private void Reseal(EntityEntry<TEntity> entry, Vault vault, Guid row)
        {
            foreach (var column in Columns)
            {
                var value = entry.Property(column.Name);

                if (value.CurrentValue is ISealed { Bytes: var bytes } && vault.Reseal(bytes, new SealedField(Name, column.GetColumnName()), row) is { } fresh)
                {
                    value.CurrentValue = Activator.CreateInstance(column.ClrType, fresh);
                }
            }
        }
    }
}
