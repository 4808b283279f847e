using DermSchedule.Sqlite;
using Microsoft.Data.Sqlite;

namespace DermSchedule.Tests.Sqlite;

/// <summary>Connections and statements that outlive their use, each danger of that by itself.</summary>
public sealed class KeptConnectionTests : IDisposable
{
    private readonly string path = Path.Combine(Directory.CreateTempSubdirectory("derm-kept-").FullName, "kept.db");
    private readonly SqliteFile file;
    private readonly SqliteReaders readers;

    public KeptConnectionTests()
    {
        file = new SqliteFile(path);
        readers = new SqliteReaders(file);
        using var connection = file.OpenForWriting();
        SqliteFile.Run(connection, "CREATE TABLE notes (note TEXT PRIMARY KEY); INSERT INTO notes VALUES ('a'), ('b')");
    }

    [Fact]
    public void A_statement_given_back_is_used_again_with_other_values_only()
    {
        using var connection = readers.Lend();
        var first = connection.Statement("SELECT count(*) FROM notes WHERE note = @note", ("@note", "a"));
        Assert.Equal(1L, first.ExecuteScalar());
        first.Dispose();

        var second = connection.Statement("SELECT count(*) FROM notes WHERE note = @note", ("@note", "nobody"));

        Assert.Same(first, second);
        Assert.Equal(0L, second.ExecuteScalar());
    }

    [Fact]
    public void A_statement_that_is_being_read_is_lent_to_nobody_else()
    {
        using var connection = readers.Lend();
        using var running = connection.Statement("SELECT note FROM notes ORDER BY note", []);
        using var reader = running.ExecuteReader();
        Assert.True(reader.Read());

        Assert.Null(connection.Statement("SELECT note FROM notes ORDER BY note"));

        Assert.True(reader.Read());
        Assert.Equal("b", reader.GetString(0));
    }

    [Fact]
    public void A_connection_comes_back_open_whoever_closes_it()
    {
        var lent = readers.Lend();
        lent.Close();
        lent.Dispose();

        using var again = readers.Lend();

        Assert.Same(lent, again);
        Assert.Equal(2L, Count(again));
    }

    [Fact]
    public void A_connection_with_a_half_read_statement_is_thrown_away_and_holds_no_old_state()
    {
        var lent = readers.Lend();
        var reader = lent.Statement("SELECT note FROM notes", []).ExecuteReader();
        Assert.True(reader.Read());
        lent.Dispose();

        using (var writer = file.OpenForWriting())
        {
            SqliteFile.Run(writer, "INSERT INTO notes VALUES ('c')");
        }

        using var again = readers.Lend();
        Assert.NotSame(lent, again);
        Assert.Equal(3L, Count(again));
    }

    [Fact]
    public void A_reader_cannot_write()
    {
        using var connection = readers.Lend();

        Assert.Equal(8, Assert.Throws<SqliteException>(() => SqliteFile.Run(connection, "DELETE FROM notes")).SqliteErrorCode);
    }

    [Fact]
    public void Statements_whose_text_never_comes_back_do_not_pile_up()
    {
        using var connection = readers.Lend();

        for (var i = 0; i < 1000; i++)
        {
            using var command = connection.Statement($"SELECT {i}", []);
            Assert.Equal((long)i, command.ExecuteScalar());
        }

        Assert.InRange(connection.Kept, 1, 300);
    }

    [Fact]
    public void Nothing_holds_the_file_when_all_is_closed()
    {
        using (var connection = readers.Lend())
        {
            Assert.Equal(2L, Count(connection));
        }

        readers.Dispose();

        // The last connection to close takes the log away with it.
        Assert.False(File.Exists(path + "-wal"));
    }

    public void Dispose()
    {
        readers.Dispose();
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    private static object? Count(KeptConnection connection)
    {
        using var command = connection.Statement("SELECT count(*) FROM notes", []);
        return command.ExecuteScalar();
    }
}
