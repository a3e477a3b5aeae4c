namespace Segmentation;

/// <summary>The data support no number of segments, and structure was required.</summary>
public sealed class NoStructureException : DataException
{
    internal NoStructureException(ClusterCountVerdict verdict)
        : base($"{verdict.Reasons[0]} To divide the customers into {verdict.BestCount} all the same, leave out --require-structure (RequiresStructure) or set the number of segments (--k).")
    {
        Verdict = verdict;
    }

    /// <summary>The scan, and what speaks for and against the best candidate.</summary>
    public ClusterCountVerdict Verdict { get; }
}
