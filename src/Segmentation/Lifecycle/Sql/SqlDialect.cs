namespace Segmentation;

/// <summary>The database that an exported query is for.</summary>
public enum SqlDialect
{
    /// <summary>Standard SQL with LEAST (SQL:2023, and most databases before). The bits depend on how it reads decimal literals.</summary>
    Ansi,

    /// <summary>SQLite 3.</summary>
    Sqlite,

    /// <summary>PostgreSQL, from 12, which reads literals to the bit.</summary>
    Postgres,
}
