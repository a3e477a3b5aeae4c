using System.Text.Json.Nodes;

namespace Segmentation;

/// <summary>How customers differ from those that a model was made from, and what to do about it.</summary>
public sealed partial class DriftReport
{
    internal DriftReport(
        double falseAlarmRate,
        int rows,
        int trainingCustomers,
        int customers,
        IReadOnlyList<FeatureDrift> features,
        ShareDrift shares,
        IReadOnlyList<SegmentDrift> segments,
        UnlikeDrift unlike,
        IReadOnlyList<MissingDrift> missing,
        IReadOnlyList<LevelDrift> levels)
    {
        FalseAlarmRate = falseAlarmRate;
        Rows = rows;
        TrainingCustomers = trainingCustomers;
        Customers = customers;
        Features = features;
        Shares = shares;
        Segments = segments;
        Unlike = unlike;
        Missing = missing;
        Levels = levels;
        IReadOnlyList<DriftFinding> findings = DriftText.Findings(this);
        Verdict = findings.Select(finding => finding.Verdict).DefaultIfEmpty(DriftVerdict.Keep).Max();
        Reasons = Verdict == DriftVerdict.Keep
            ? [DriftText.WhyKeep(this)]
            : [.. findings.Where(finding => finding.Verdict > DriftVerdict.Keep).OrderByDescending(finding => finding.Verdict).Select(finding => finding.Text)];
        Notes = [.. findings.Where(finding => finding.Verdict == DriftVerdict.Keep).Select(finding => finding.Text), .. DriftText.Limits(this)];
    }

    /// <summary>What to do with the model: the most that a check calls for.</summary>
    public DriftVerdict Verdict { get; }

    /// <summary>Why, a sentence each with its numbers, the gravest first; at least one.</summary>
    public IReadOnlyList<string> Reasons { get; }

    /// <summary>What is worth knowing but does not count: changes too small to matter, and what could not be checked.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The chance that a check gives an alarm although nothing changed, for all checks together.</summary>
    public double FalseAlarmRate { get; }

    /// <summary>The rows of the table.</summary>
    public int Rows { get; }

    /// <summary>The training customers that were compared with.</summary>
    public int TrainingCustomers { get; }

    /// <summary>The customers that could be compared: those who have all features.</summary>
    public int Customers { get; }

    /// <summary>The features, in the order of the model.</summary>
    public IReadOnlyList<FeatureDrift> Features { get; }

    /// <summary>The sizes of the segments, all together.</summary>
    public ShareDrift Shares { get; }

    /// <summary>The segments, in the order of their numbers.</summary>
    public IReadOnlyList<SegmentDrift> Segments { get; }

    /// <summary>The customers unlike training.</summary>
    public UnlikeDrift Unlike { get; }

    /// <summary>The columns that features are made from, each once.</summary>
    public IReadOnlyList<MissingDrift> Missing { get; }

    /// <summary>The columns of categories that features are made from.</summary>
    public IReadOnlyList<LevelDrift> Levels { get; }

    /// <summary>
    /// The report for programs: "verdict" (keep, watch or refit), "reasons", "notes", then every check with its numbers under
    /// the names of the properties here. A number that is not known is null.
    /// </summary>
    public JsonObject ToJson() => DriftJson.Of(this);
}
