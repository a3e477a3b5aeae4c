using System.Data.Common;
using System.Globalization;

namespace Segmentation;

/// <summary>
/// The rows of a database query that is run anew for each pass. It must give the same rows in the same order each time:
/// end it with ORDER BY over a key; a pass that finds other rows is refused.
/// </summary>
/// <example>
/// <code>
/// StreamedQuery rows = new(() => command.ExecuteReader(), ["income", "spending"], "customer_id");
/// </code>
/// </example>
public sealed class StreamedQuery : IStreamedRows
{
    private readonly Func<DbDataReader> open;

    /// <summary>Keeps the query for later; it is run when a pass begins.</summary>
    /// <param name="open">Runs the query; the reader is disposed at the end of the pass.</param>
    /// <param name="features">The columns to read as numbers, at least one, each once.</param>
    /// <param name="idColumn">The column that identifies a row; null to know rows by their number.</param>
    public StreamedQuery(Func<DbDataReader> open, IReadOnlyList<string> features, string? idColumn = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        this.open = open;
        FeatureNames = StreamedColumns.CheckedFeatures(features);
        IdName = idColumn;
    }

    /// <inheritdoc/>
    public string Name => "the query";

    /// <inheritdoc/>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <inheritdoc/>
    public string? IdName { get; }

    /// <inheritdoc/>
    public IStreamedRowReader Open()
    {
        DbDataReader reader = open();
        try
        {
            return new Reader(this, reader);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private sealed class Reader : IStreamedRowReader
    {
        private readonly DbDataReader reader;
        private readonly string[] names;
        private readonly int[] features;
        private readonly int id;
        private long row;

        public Reader(StreamedQuery query, DbDataReader reader)
        {
            this.reader = reader;
            names = [.. query.FeatureNames];
            string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
            features = [.. names.Select(name => StreamedColumns.IndexOf(name, columns, query.Name))];
            id = query.IdName is null ? -1 : StreamedColumns.IndexOf(query.IdName, columns, query.Name);
        }

        public string? Id => id < 0 || reader.IsDBNull(id) ? null : Convert.ToString(reader.GetValue(id), CultureInfo.InvariantCulture);

        public string Place => $"row {row} of the query";

        public bool Read(Span<double> values)
        {
            if (!reader.Read())
            {
                return false;
            }

            row++;
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = reader.IsDBNull(features[i]) ? double.NaN : Number(reader.GetValue(features[i]), names[i]);
            }

            return true;
        }

        public void Dispose() => reader.Dispose();

        private double Number(object value, string column)
        {
            double number = value switch
            {
                string text when string.IsNullOrWhiteSpace(text) => double.NaN,
                sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal =>
                    Convert.ToDouble(value, CultureInfo.InvariantCulture) + 0.0,
                _ => throw new DataException(
                    $"Column '{column}' should be a number but is '{Convert.ToString(value, CultureInfo.InvariantCulture)}' in {Place}."),
            };
            return double.IsInfinity(number)
                ? throw new DataException($"Column '{column}' is an infinite number in {Place}; a number is finite or missing.")
                : number;
        }
    }
}
