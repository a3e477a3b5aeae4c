namespace Segmentation;

/// <summary>
/// The assignment of rows to columns, each at most once, with the least total cost (Kuhn 1955; shortest augmenting paths
/// with potentials, Jonker and Volgenant 1987): exact, in O(min^2 x max). Of equally cheap ones, always the same.
/// </summary>
internal static class Hungarian
{
    /// <summary>For each row its column, or -1 where there are more rows than columns and it is left over.</summary>
    /// <param name="cost">Finite costs, rows x columns.</param>
    public static int[] Assign(double[,] cost)
    {
        int rows = cost.GetLength(0);
        int columns = cost.GetLength(1);
        int[] rowOf = rows <= columns
            ? RowOfEachColumn(rows, columns, (row, column) => cost[row, column])
            : RowOfEachColumn(columns, rows, (row, column) => cost[column, row]);
        int[] columnOf = new int[rows];
        Array.Fill(columnOf, -1);
        for (int i = 0; i < rowOf.Length; i++)
        {
            if (rowOf[i] >= 0)
            {
                (int row, int column) = rows <= columns ? (rowOf[i], i) : (i, rowOf[i]);
                columnOf[row] = column;
            }
        }

        return columnOf;
    }

    /// <summary>Adds one row after the other along the cheapest path of exchanges; there are no more rows than columns.</summary>
    private static int[] RowOfEachColumn(int rows, int columns, Func<int, int, double> cost)
    {
        double[] rowPotential = new double[rows];
        double[] columnPotential = new double[columns];
        int[] rowOf = new int[columns];
        Array.Fill(rowOf, -1);
        for (int added = 0; added < rows; added++)
        {
            double[] shortest = new double[columns];
            Array.Fill(shortest, double.PositiveInfinity);
            int[] before = new int[columns];
            bool[] done = new bool[columns];
            int row = added;
            int column = -1;
            do
            {
                int next = -1;
                for (int j = 0; j < columns; j++)
                {
                    if (done[j])
                    {
                        continue;
                    }

                    double reduced = cost(row, j) - rowPotential[row] - columnPotential[j];
                    if (reduced < shortest[j])
                    {
                        shortest[j] = reduced;
                        before[j] = column;
                    }

                    next = next < 0 || shortest[j] < shortest[next] ? j : next;
                }

                double step = shortest[next];
                rowPotential[added] += step;
                for (int j = 0; j < columns; j++)
                {
                    if (done[j])
                    {
                        rowPotential[rowOf[j]] += step;
                        columnPotential[j] -= step;
                    }
                    else
                    {
                        shortest[j] -= step;
                    }
                }

                column = next;
                done[column] = true;
                row = rowOf[column];
            }
            while (row >= 0);

            while (column >= 0)
            {
                int earlier = before[column];
                rowOf[column] = earlier < 0 ? added : rowOf[earlier];
                column = earlier;
            }
        }

        return rowOf;
    }
}
