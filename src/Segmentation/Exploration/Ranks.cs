namespace Segmentation;

/// <summary>Ranks from 1; equal values share the mean of their ranks.</summary>
internal static class Ranks
{
    internal static double[] Of(double[] values)
    {
        double[] sorted = [.. values];
        int[] positions = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(sorted, positions);
        double[] ranks = new double[values.Length];
        for (int first = 0, next; first < sorted.Length; first = next)
        {
            next = first + 1;
            while (next < sorted.Length && sorted[next] == sorted[first])
            {
                next++;
            }

            // The ranks first + 1 to next have this mean.
            double shared = (first + 1.0 + next) / 2;
            for (int i = first; i < next; i++)
            {
                ranks[positions[i]] = shared;
            }
        }

        return ranks;
    }
}
