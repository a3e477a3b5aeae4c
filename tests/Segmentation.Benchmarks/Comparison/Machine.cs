using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Benchmarks;

/// <summary>The machine in one line, for a table that is kept.</summary>
internal static class Machine
{
    private const string Processors = "/proc/cpuinfo";

    public static string Describe() =>
        $"{ProcessorName()}, {Environment.ProcessorCount} processors, vectors of {VectorBits()} bits, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";

    private static string ProcessorName()
    {
        string? line = File.Exists(Processors)
            ? File.ReadLines(Processors).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static int VectorBits() =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 64;
}
