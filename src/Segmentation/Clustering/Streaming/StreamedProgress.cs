namespace Segmentation;

/// <summary>What a pass over a stream is for.</summary>
public enum StreamedStep
{
    /// <summary>Counts, means, deviations and the sample.</summary>
    Measure,

    /// <summary>An iteration of Lloyd's algorithm, or its last look.</summary>
    Iterate,

    /// <summary>Writing each row's segment.</summary>
    Write,
}

/// <summary>How far a stream is; told after each block.</summary>
/// <param name="Step">What the pass is for.</param>
/// <param name="Pass">The pass over the source, from 1.</param>
/// <param name="Rows">The rows read in this pass.</param>
/// <param name="RowCount">All rows; null in the first pass, which counts them.</param>
/// <param name="Inertia">The inertia found by the pass before; null where there is none yet.</param>
public sealed record StreamedProgress(StreamedStep Step, int Pass, int Rows, int? RowCount, double? Inertia);
