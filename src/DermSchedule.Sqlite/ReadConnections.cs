using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DermSchedule.Sqlite;

/// <summary>
/// Lends contexts the kept connections of <see cref="SqliteReaders"/>: one that a context makes itself registers the provider's functions anew at every
/// opening, which costs several times what a query does. (Expressions that need those functions, such as regular expressions, are not for queries here;
/// SQLite says so at the first try.)
/// </summary>
internal sealed class ReadConnections(SqliteReaders readers) : DbConnectionInterceptor
{
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(readers.Lend());
}
