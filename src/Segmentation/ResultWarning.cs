namespace Segmentation;

/// <summary>What a warning about a run is about.</summary>
public enum WarningSubject
{
    /// <summary>The result as a whole: the number of segments, the algorithm.</summary>
    Result,

    /// <summary>Customers: left out, counted twice.</summary>
    Rows,

    /// <summary>Columns and what the preparation did to them.</summary>
    Columns,

    /// <summary>Single segments, and the advice for them.</summary>
    Segments,
}

/// <summary>The warnings about one thing.</summary>
/// <param name="Subject">What they are about.</param>
/// <param name="Messages">The sentences, the most harmful first; at least one.</param>
public sealed record WarningGroup(WarningSubject Subject, IReadOnlyList<string> Messages)
{
    /// <summary>A heading: "The result", "The rows", "The columns", "The segments".</summary>
    public string Title => Subject switch
    {
        WarningSubject.Rows => "The rows",
        WarningSubject.Columns => "The columns",
        WarningSubject.Segments => "The segments",
        _ => "The result",
    };
}

/// <summary>Something that a reader of a run should be careful about.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Message">A sentence or two with their numbers.</param>
internal sealed record ResultWarning(WarningSubject Subject, string Message);
