using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DermSchedule.Data;

/// <summary>No tenant sees another: one filter for every practice-owned type, and a guard on what is written (domain.md 1).</summary>
internal static class PracticeWall
{
    /// <param name="modelBuilder">After all rooms mapped their tables.</param>
    /// <param name="current">Reads the context's practice; becomes a parameter of every query.</param>
    public static void Filter(ModelBuilder modelBuilder, Expression<Func<PracticeId?>> current)
    {
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(type => type.BaseType is null && typeof(IPracticeOwned).IsAssignableFrom(type.ClrType)))
        {
            var row = Expression.Parameter(entity.ClrType, "row");

            // A practice is its own owner and keeps that in its key alone.
            var column = entity.FindProperty(nameof(IPracticeOwned.PracticeId)) is null ? "Id" : nameof(IPracticeOwned.PracticeId);
            var owner = Expression.Convert(Expression.Property(row, column), typeof(PracticeId?));
            modelBuilder.Entity(entity.ClrType).HasQueryFilter(Expression.Lambda(Expression.Equal(owner, current.Body), row));
        }
    }

    /// <summary>A row of another practice in a unit of work is a bug, and stops before it is written.</summary>
    public static void Guard(ChangeTracker tracker, PracticeScope scope)
    {
        foreach (var entry in tracker.Entries<IPracticeOwned>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entry.Entity.PracticeId != scope.Current)
            {
                throw new InvalidOperationException($"A {entry.Metadata.ShortName()} of another practice was about to be written.");
            }
        }
    }
}
