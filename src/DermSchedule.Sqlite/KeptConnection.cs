using Microsoft.Data.Sqlite;

namespace DermSchedule.Sqlite;

/// <summary>
/// A connection that lives long and keeps its statements prepared. To prepare an INSERT is to compile the triggers of the walls with it, which costs
/// more than to run it.
/// </summary>
internal sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>A query whose text changes with its values would fill the memory; then all are forgotten and the common ones come back.</summary>
    private const int MostStatements = 300;

    private readonly Dictionary<string, KeptCommand> statements = new(StringComparer.Ordinal);
    private Action<KeptConnection>? giveBack;

    /// <summary>How many statements are prepared.</summary>
    public int Kept => statements.Count;

    /// <summary>Whether nothing is being read: a reader left open would hold the file at the moment it began.</summary>
    public bool IsQuiet => statements.Values.All(statement => !statement.IsInUse);

    /// <summary>The command of this text, free of parameters, to be disposed after use as any other; null while somebody else still reads by it.</summary>
    public KeptCommand? Statement(string sql)
    {
        if (!statements.TryGetValue(sql, out var kept))
        {
            if (statements.Count >= MostStatements)
            {
                ForgetIdle();
            }

            statements[sql] = kept = new KeptCommand(this, sql);
        }

        return kept.TryUse() ? kept : null;
    }

    /// <summary>The command of this text with these values bound.</summary>
    public KeptCommand Statement(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = Statement(sql) ?? throw new InvalidOperationException("This statement is running already.");

        foreach (var (name, value) in values)
        {
            command.Parameters.Add(new SqliteParameter(name, value ?? DBNull.Value));
        }

        return command;
    }

    /// <summary>Lends it to somebody who will close and dispose it like his own: then it stays open, and <paramref name="back"/> gets it.</summary>
    public KeptConnection Lend(Action<KeptConnection> back)
    {
        giveBack = back;
        return this;
    }

    public override void Close()
    {
        if (giveBack is not null)
        {
            return;
        }

        // A statement that is not given up keeps the file open behind the closed connection.
        foreach (var statement in statements.Values)
        {
            statement.Forget();
        }

        statements.Clear();
        base.Close();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && giveBack is { } back)
        {
            giveBack = null;
            back(this);
            return;
        }

        base.Dispose(disposing);
    }

    private void ForgetIdle()
    {
        foreach (var (sql, statement) in statements.Where(pair => !pair.Value.IsInUse).ToList())
        {
            statement.Forget();
            statements.Remove(sql);
        }
    }
}

/// <summary>A command whose disposal gives it back instead of throwing its statement away.</summary>
internal sealed class KeptCommand : SqliteCommand
{
    private bool forgotten;

    public KeptCommand(KeptConnection connection, string sql)
    {
        Connection = connection;
        CommandText = sql;
    }

    public bool IsInUse { get; private set; }

    public bool TryUse() => !IsInUse && (IsInUse = true);

    public void Forget()
    {
        forgotten = true;
        Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        if (forgotten)
        {
            base.Dispose(disposing);
            return;
        }

        Parameters.Clear();
        Transaction = null;
        IsInUse = false;
    }
}
