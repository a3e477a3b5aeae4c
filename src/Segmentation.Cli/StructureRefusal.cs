namespace Segmentation.Cli;

/// <summary>What <c>run --require-structure</c> shows before it refuses: all that a reader needs to go on from there.</summary>
internal static class StructureRefusal
{
    /// <summary>The result, or the scan and what it rests on before the refusal goes on.</summary>
    public static SegmentationResult OrResult(
        CommandOutput output, CustomerTable table, SegmentationPipeline pipeline, string withoutRefusal, Func<SegmentationResult> run)
    {
        try
        {
            return run();
        }
        catch (NoStructureException refusal)
        {
            foreach (string sentence in DataUse.Of(table, pipeline.Preprocessor).Sentences)
            {
                output.Line(sentence);
            }

            output.Line();
            VerdictTables.Show(output, refusal.Verdict);
            if (PreparationAudit.Of(table, pipeline.Preprocessor).Findings is [AuditFinding first, ..])
            {
                output.Line($"Audit: {first.Message}");
            }

            output.CopyableLine($"Next: {withoutRefusal} --k {refusal.Verdict.BestCount}");
            throw;
        }
    }
}
