namespace Segmentation.Cli;

/// <summary>The warnings of a run in a few lines: the most harmful, and how many more the report has.</summary>
internal static class WarningLines
{
    private const int Most = 5;

    public static void Show(CommandOutput output, IReadOnlyList<string> warnings)
    {
        if (warnings.Count == 0)
        {
            output.Line("Mind: nothing in particular.");
        }

        foreach (string warning in warnings.Take(Most))
        {
            output.Line($"Mind: {warning}");
        }

        if (warnings.Count > Most)
        {
            output.Line($"({warnings.Count - Most} more in the report.)");
        }
    }
}
