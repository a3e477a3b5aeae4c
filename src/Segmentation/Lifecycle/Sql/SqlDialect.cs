namespace Segmentation;

/// <summary>The database that an exported query is for.</summary>
public enum SqlDialect
{
    /// <summary>
    /// Standard SQL with LEAST (SQL:2023, and most databases before). The bits depend on how it reads decimal literals, and
    /// categories of numbers or booleans on how it compares these with texts. A column of texts that are not all numbers may
    /// end the query with the database's own error.
    /// </summary>
    Ansi,

    /// <summary>SQLite 3.</summary>
    Sqlite,

    /// <summary>PostgreSQL, from 12, which reads literals to the bit.</summary>
    Postgres,
}
