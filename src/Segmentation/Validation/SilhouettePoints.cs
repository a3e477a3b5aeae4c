using System.Runtime.Intrinsics;

namespace Segmentation;

/// <summary>The rows that take part in a silhouette, cluster after cluster, kept feature by feature.</summary>
internal sealed class SilhouettePoints
{
    private readonly double[] values;

    /// <param name="matrix">The rows.</param>
    /// <param name="rows">Those that take part, in the order in which they are kept.</param>
    public SilhouettePoints(FeatureMatrix matrix, int[] rows)
    {
        FeatureCount = matrix.FeatureCount;

        // An odd number of cache lines, so that the features of a row do not all compete for the same place in the cache.
        int lines = (rows.Length + Vector512<double>.Count - 1) / Vector512<double>.Count;
        Stride = (lines | 1) * Vector512<double>.Count;
        values = new double[checked((Stride * FeatureCount) + Vector512<double>.Count)];
        for (int position = 0; position < rows.Length; position++)
        {
            ReadOnlySpan<double> row = matrix.Row(rows[position]);
            for (int feature = 0; feature < row.Length; feature++)
            {
                values[(feature * Stride) + position] = row[feature];
            }
        }
    }

    public int FeatureCount { get; }

    /// <summary>How far one feature's values lie from the next one's.</summary>
    public int Stride { get; }

    /// <summary>
    /// Where the first feature's value of a row lies. The rows behind it follow, and eight can be read from any row:
    /// past the last one comes whatever lies there.
    /// </summary>
    public ref double At(int position) => ref values[position];
}
