using System.CommandLine;

namespace Segmentation.Benchmarks;

/// <summary>Times the exact mean silhouette width of labelled rows.</summary>
internal static class SilhouetteVerb
{
    private static readonly Argument<string> Labels = new("LABELFILE") { Description = "Little-endian int32: the cluster of each row, from 0." };

    public static Command Create()
    {
        Command command = new("silhouette", "Times the exact mean silhouette width.")
        {
            VerbOptions.File, VerbOptions.Rows, VerbOptions.Features, Labels, VerbOptions.Threads, VerbOptions.Repetitions,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        double[] rows = VerbOptions.ReadRows(parsed);
        string[] names = VerbOptions.FeatureNames(parsed.GetRequiredValue(VerbOptions.Features));
        int rowCount = parsed.GetRequiredValue(VerbOptions.Rows);
        int[] labels = BinaryFile.Read<int>(parsed.GetRequiredValue(Labels), rowCount);
        SilhouetteOptions options = new() { ExactLimit = rowCount, Threads = parsed.GetValue(VerbOptions.Threads) };
        Measured<SilhouetteResult> measured = Measured<SilhouetteResult>.Repeat(
            () => Silhouette.Of(FeatureMatrix.Over(names, rows), labels, options),
            parsed.GetValue(VerbOptions.Repetitions));
        return VerbOptions.WriteLine(parsed, new
        {
            measured.Seconds,
            Score = measured.Result.Mean.Value,
            measured.CpuSeconds,
            PeakMb = VerbOptions.PeakMegabytes(),
        });
    }
}
