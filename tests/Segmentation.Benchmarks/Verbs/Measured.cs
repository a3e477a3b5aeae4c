using System.Diagnostics;

namespace Segmentation.Benchmarks;

/// <summary>What some work gave, and the median time of its repetitions.</summary>
/// <param name="Result">The result of the last repetition.</param>
/// <param name="Seconds">By the clock.</param>
/// <param name="CpuSeconds">Of all threads of the process.</param>
internal sealed record Measured<T>(T Result, double Seconds, double CpuSeconds)
{
    /// <summary>
    /// Runs the work untimed once, and again until a second has passed, so that the runtime has compiled it; then times
    /// the repetitions, the garbage of one collected before the next. The peers warm up in the same way.
    /// </summary>
    public static Measured<T> Repeat(Func<T> work, int repetitions)
    {
        Stopwatch warmUp = Stopwatch.StartNew();
        T result = work();
        while (warmUp.Elapsed < TimeSpan.FromSeconds(1))
        {
            result = default!;
            GC.Collect();
            result = work();
        }

        double[] seconds = new double[repetitions];
        double[] cpuSeconds = new double[repetitions];
        for (int i = 0; i < repetitions; i++)
        {
            result = default!;
            GC.Collect();
            TimeSpan cpu = Environment.CpuUsage.TotalTime;
            Stopwatch stopwatch = Stopwatch.StartNew();
            result = work();
            seconds[i] = stopwatch.Elapsed.TotalSeconds;
            cpuSeconds[i] = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        }

        return new(result, Median.Of(seconds), Median.Of(cpuSeconds));
    }
}
