-- What the planner should believe of every index. Without it SQLite thinks ten rows share a practice, and would rather read a
-- whole practice by its key than sort the two rows that an index finds. Measuring (ANALYZE) would let a plan change with the
-- data from one day to the next; these numbers are the same everywhere. Run after every migration.
ANALYZE sqlite_schema;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 (tbl, idx, stat)
SELECT tables.name,
    -- The key of a table without rowid goes by the table's name.
    CASE WHEN indexes.origin = 'pk' AND tables.sql LIKE '%WITHOUT ROWID' THEN tables.name ELSE indexes.name END,
    -- All rows; then how many share the first column, the first two, …: a practice has very many of them.
    '1000000' || (
        SELECT group_concat(
            CASE
                WHEN indexes."unique" AND columns.seqno + 1 = (SELECT count(*) FROM pragma_index_info(indexes.name)) THEN ' 1'
                WHEN columns.seqno = 0 THEN iif(columns.name = 'practice_id', ' 100000', ' 1000')
                WHEN columns.seqno = 1 THEN ' 100'
                ELSE ' 10'
            END, '')
        FROM (SELECT seqno, name FROM pragma_index_info(indexes.name) ORDER BY seqno) AS columns)
FROM sqlite_schema AS tables JOIN pragma_index_list(tables.name) AS indexes
WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite\_%' ESCAPE '\';
ANALYZE sqlite_schema;
