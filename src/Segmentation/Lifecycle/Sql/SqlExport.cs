using System.Text;
using static System.FormattableString;

namespace Segmentation;

/// <summary>
/// Writes a model as one SELECT that gives every row of a table in a database its segment: the answer of
/// <see cref="SegmentationModel.Score"/> on every row, because it computes the same doubles in the same order. It reads the
/// table and changes nothing.
/// </summary>
/// <remarks>
/// The query's columns are the id, where one is known, the columns that the segments were made from, and segment,
/// segment_name and segment_reason, why a row has no segment (an underscore is added where the table has such a column). Names
/// and texts are quoted, so that no column or segment name can run as SQL.
/// </remarks>
public sealed record SqlExport
{
    private const int MostFeatures = 500;
    private const int MostSegments = 1000;
    private const string Indent = "    ";

    /// <summary>Makes an export.</summary>
    /// <param name="table">The table, as in <c>customers</c>, <c>shop.customers</c> or <c>"my.shop".customers</c>.</param>
    public SqlExport(string table)
    {
        Table = table;
    }

    /// <summary>The table, whose dots separate schema and name unless they stand in double quotes.</summary>
    /// <exception cref="ArgumentException">It is no name.</exception>
    public string Table
    {
        get;
        init
        {
            SqlNames.Table(value);
            field = value;
        }
    }

    /// <summary>The database; default <see cref="SqlDialect.Ansi"/>.</summary>
    public SqlDialect Dialect
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Dialect), value, $"{nameof(Dialect)} is unknown.");
    }

    /// <summary>The column that identifies a row; default null: <see cref="SegmentationModel.IdColumn"/>.</summary>
    public string? IdColumn { get; init; }

    /// <summary>The query, ended by a semicolon and a line feed.</summary>
    /// <exception cref="DataException">
    /// The model has more features or segments than one query can hold, a feature that databases compute otherwise than C#
    /// (logarithms, ages of dates, dates as categories), missing cells that centroids fill, or a name that no database has.
    /// </exception>
    public string Write(SegmentationModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Preprocessor.Features.Count > MostFeatures || model.Segments.Count > MostSegments)
        {
            throw new DataException(
                $"A query holds up to {MostFeatures} features and {MostSegments} segments, but the model has {model.Preprocessor.Features.Count} and {model.Segments.Count}. Use 'segment score'.");
        }

        string? id = IdColumn ?? model.IdColumn;
        SqlFeature[] features = SqlFeature.Of(model.Preprocessor, Dialect);
        string[] columns = [.. features.Select(feature => feature.Column).Except([id ?? string.Empty], StringComparer.Ordinal)];
        StringBuilder sql = new();
        sql.Append(Invariant($"-- Gives every row its segment, as 'segment score' does: {features.Length} features, {model.Segments.Count} segments, for {Dialect}.\n"));
        AppendSelect(sql, string.Empty, Answers(model, features, id, columns));
        string[] kept = [.. id is null ? [] : new[] { "id" }, .. columns.Select((_, i) => $"o{i + 1}")];
        string[] states = [.. features.SelectMany(feature => feature.Carried)];
        AppendFrom(sql, "nearest", [.. kept, .. states, .. Distances(model), Least(model)], () =>
            AppendFrom(sql, "measured", [.. kept, .. states, .. model.Segments.Select((_, i) => Distance(model, i))], () =>
                AppendFrom(sql, "scaled", [.. kept, .. features.SelectMany(feature => new[] { feature.Scaled, feature.StateInRange })], () =>
                    AppendFrom(sql, "cells", Cells(features, id, columns), null))));
        return sql.Append(";\n").ToString();
    }

    private static IEnumerable<string> Distances(SegmentationModel model) => model.Segments.Select(segment => Invariant($"d{segment.Segment}"));

    /// <summary>The outermost columns.</summary>
    private static List<string> Answers(SegmentationModel model, SqlFeature[] features, string? id, string[] columns)
    {
        HashSet<string> taken = new([.. columns, .. id is null ? [] : new[] { id }], StringComparer.OrdinalIgnoreCase);
        List<string> answers = id is null ? [] : [$"id AS {SqlNames.Column(id)}"];
        answers.AddRange(columns.Select((column, i) => Invariant($"o{i + 1} AS {SqlNames.Column(column)}")));
        answers.Add($"CASE nearest{string.Concat(model.Segments.Select(segment => Invariant($" WHEN d{segment.Segment} THEN {segment.Segment}")))} END AS {Free("segment", taken)}");
        answers.Add($"CASE nearest{string.Concat(model.Segments.Select(segment => Invariant($" WHEN d{segment.Segment} THEN {SqlNames.Text(segment.Name)}")))} END AS {Free("segment_name", taken)}");
        answers.Add($"{Reason(features)} AS {Free("segment_reason", taken)}");
        return answers;
    }

    /// <summary>What is wrong with the row, "; " between; a number that is too large only where nothing else is wrong.</summary>
    private static string Reason(SqlFeature[] features)
    {
        string problems = string.Join(" || ", features.SelectMany(feature => feature.Problems));
        string anyTooLarge = string.Join(" OR ", features.Select(feature => $"{feature.State} = {SqlFeature.TooLarge}"));
        string tooLarge = $"CASE WHEN {anyTooLarge} THEN 'a feature is too large' END";
        return problems.Length == 0
            ? tooLarge
            : $"CASE WHEN {string.Join(" OR ", features.Where(feature => feature.Problems.Any()).Select(feature => $"{feature.State} IN (1, 2)"))} THEN SUBSTR({problems}, 3) ELSE {tooLarge} END";
    }

    private static List<string> Cells(SqlFeature[] features, string? id, string[] columns) =>
    [
        .. id is null ? [] : new[] { $"c.{SqlNames.Column(id)} AS id" },
        .. columns.Select((column, i) => Invariant($"c.{SqlNames.Column(column)} AS o{i + 1}")),
        .. features.SelectMany(feature => new[] { feature.Value, feature.StateOfCell }),
    ];

    /// <summary>The squared distance to a segment's centroid, added up in the order of the features.</summary>
    private string Distance(SegmentationModel model, int segment)
    {
        double[] centroid = model.Centroids.Row(segment).ToArray();
        IEnumerable<string> squares = centroid.Select((coordinate, i) => SqlFeature.Square(i + 1, coordinate, Dialect));
        return Invariant($"{string.Join(" + ", squares)} AS d{model.Segments[segment].Segment}");
    }

    /// <summary>The smallest distance. SQLite calls LEAST min, which of a single number is another function, and of many too long.</summary>
    private string Least(SegmentationModel model)
    {
        const int MostArguments = 50;
        string[] parts = [.. Distances(model)];
        while (parts.Length > 1)
        {
            string function = Dialect == SqlDialect.Sqlite ? "MIN" : "LEAST";
            parts = [.. parts.Chunk(MostArguments).Select(part => part.Length == 1 ? part[0] : $"{function}({string.Join(", ", part)})")];
        }

        return $"{parts[0]} AS nearest";
    }

    private void AppendFrom(StringBuilder sql, string alias, IReadOnlyList<string> columns, Action? from)
    {
        sql.Append("\nFROM (\n");
        AppendSelect(sql, Indent, columns);
        if (from is null)
        {
            sql.Append(Invariant($"\nFROM {SqlNames.Table(Table)} AS c"));
        }
        else
        {
            from();
        }

        // PostgreSQL would otherwise put the inner expressions in the place of their names, each as often as it is named.
        sql.Append(Invariant($"{(Dialect == SqlDialect.Postgres ? "\nOFFSET 0" : string.Empty)}\n) AS {alias}"));
    }

    private static void AppendSelect(StringBuilder sql, string indent, IReadOnlyList<string> columns) => sql
        .Append(indent).Append("SELECT\n").AppendJoin(",\n", columns.Select(column => $"{indent}{Indent}{column}"));

    /// <summary>A name for a column of ours that the table does not have.</summary>
    private static string Free(string name, HashSet<string> taken)
    {
        while (!taken.Add(name))
        {
            name += "_";
        }

        return name;
    }
}
