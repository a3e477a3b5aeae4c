using System.CommandLine;

namespace Segmentation.Benchmarks;

/// <summary>Times reading a CSV file and bringing its numeric columns to mean 0 and deviation 1.</summary>
internal static class CsvVerb
{
    private static readonly Argument<string> CsvFile = new("FILE") { Description = "A CSV file with a header." };

    public static Command Create()
    {
        Command command = new("csv", "Times reading a CSV file and standardising its numeric columns.") { CsvFile, VerbOptions.Repetitions };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string file = parsed.GetRequiredValue(CsvFile);
        Measured<FeatureMatrix> measured = Measured<FeatureMatrix>.Repeat(
            () =>
            {
                CustomerTable table = CustomerTable.Load(file);
                return new Preprocessor().Fit(table).Transform(table).Matrix;
            },
            parsed.GetValue(VerbOptions.Repetitions));
        return VerbOptions.WriteLine(parsed, new
        {
            measured.Seconds,
            Rows = measured.Result.RowCount,
            Features = measured.Result.FeatureNames,
            SumOfMagnitudes = SumOfMagnitudes(measured.Result),
            measured.CpuSeconds,
            PeakMb = VerbOptions.PeakMegabytes(),
        });
    }

    /// <summary>A number that is the same where the standardised values are.</summary>
    private static double SumOfMagnitudes(FeatureMatrix matrix)
    {
        double sum = 0;
        foreach (double value in matrix.Values)
        {
            sum += Math.Abs(value);
        }

        return sum;
    }
}
