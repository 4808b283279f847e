using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DermSchedule.Sqlite;

/// <summary>
/// Makes tables of short rows <c>WITHOUT ROWID</c>: their rows stand in the tree of the primary key instead of in one of their own beside it. A booking
/// writes to most of them, and every tree costs it a page of 4 KB in the log.
/// </summary>
internal sealed class NarrowTables(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    /// <summary>Under which name a table is built anew when a migration changes it.</summary>
    private const string Rebuilt = "ef_temp_";

    /// <summary>Rows of a few hundred bytes at most: longer ones would spill out of the key's tree and cost more than they save.</summary>
    private static readonly HashSet<string> Names =
    [
        "audit_seals", "audit_subjects", "audit_unsealed", "directory", "due_rows", "identity_visit_links", "patients_identities",
        "patients_name_prefixes", "reservations",
    ];

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate: false);

        if (Names.Contains(operation.Name.StartsWith(Rebuilt, StringComparison.Ordinal) ? operation.Name[Rebuilt.Length..] : operation.Name))
        {
            builder.Append(" WITHOUT ROWID");
        }

        if (terminate)
        {
            builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
            EndStatement(builder);
        }
    }
}
