using System.Globalization;

namespace Segmentation.Tests.Clustering.Streaming;

/// <summary>A matrix read row by row, as if it were a file; NaN where a cell is missing.</summary>
internal sealed class MatrixRows(params double[][] rows) : IStreamedRows
{
    public string Name => "the matrix";

    public IReadOnlyList<string> FeatureNames { get; } = [.. Enumerable.Range(1, rows[0].Length).Select(i => $"x{i}")];

    public string? IdName => null;

    /// <summary>How often it was read.</summary>
    public int Passes { get; private set; }

    /// <summary>Is told each row that is read.</summary>
    public Action<int> OnRow { get; init; } = _ => { };

    public static MatrixRows Of(FeatureMatrix matrix) =>
        new([.. Enumerable.Range(0, matrix.RowCount).Select(row => matrix.Row(row).ToArray())]);

    public IStreamedRowReader Open()
    {
        Passes++;
        return new Reader(rows, OnRow);
    }

    private sealed class Reader(double[][] rows, Action<int> onRow) : IStreamedRowReader
    {
        private int row = -1;

        public string? Id => null;

        public string Place => string.Create(CultureInfo.InvariantCulture, $"row {row + 1} of the matrix");

        public bool Read(Span<double> values)
        {
            if (++row >= rows.Length)
            {
                return false;
            }

            onRow(row);
            rows[row].CopyTo(values);
            return true;
        }

        public void Dispose()
        {
        }
    }
}
