using System.Globalization;
using System.Text.Json.Nodes;

namespace Segmentation.Benchmarks;

/// <summary>What one work's alternations gave.</summary>
/// <param name="Work">The work.</param>
/// <param name="Ours">This library's answers, one for each alternation.</param>
/// <param name="Theirs">The peer's; empty where there is none.</param>
/// <param name="Setting">The peer's fastest setting; null where there is no peer.</param>
/// <param name="Notes">Settings that did not run, a sentence each.</param>
internal sealed record ComparisonRow(
    Work Work,
    IReadOnlyList<JsonObject> Ours,
    IReadOnlyList<JsonObject> Theirs,
    PeerSetting? Setting,
    IReadOnlyList<string> Notes)
{
    /// <summary>The median over the alternations.</summary>
    public double OurSeconds => MedianOf(Ours, "seconds");

    /// <summary>The most memory of any alternation beyond the runtime, in millions of bytes.</summary>
    public double OurMegabytes => Ours.Max(answer => answer["peakMb"]!.GetValue<double>() - answer["runtimeMb"]!.GetValue<double>());

    /// <summary>The median over the alternations; null where there is no peer.</summary>
    public double? PeerSeconds => Theirs.Count == 0 ? null : MedianOf(Theirs, "seconds");

    /// <summary>How many times the peer's speed.</summary>
    public double? Ratio => PeerSeconds / OurSeconds;

    /// <summary>The worst agreement of the alternations; null where there is no peer.</summary>
    public Agreement? Agreement => Ours.Zip(Theirs, Work.Check).OrderBy(agreement => agreement.Holds).FirstOrDefault();

    public string ToMarkdown(bool goalsApply)
    {
        string found = Agreement is null ? "no peer" : Agreement.Holds ? Agreement.Text : $"**worse**: {Agreement.Text}";
        return $"| {Work.Title} | {Number(OurSeconds)} | {Number(PeerSeconds)} | {Setting?.Name ?? "-"} | {Ratio?.ToString("0.0", CultureInfo.InvariantCulture) ?? "-"} | {(goalsApply ? Goal() : "-")} | {found} |";
    }

    private string Goal()
    {
        if (Work.LongestSeconds is double longest)
        {
            return string.Create(CultureInfo.InvariantCulture, $"at most {1000 * longest} ms: {(OurSeconds <= longest ? "yes" : "**no**")}");
        }

        if (Work.Goal is not (double least, double aim))
        {
            return "-";
        }

        string met = Ratio is null ? "not measured" : Ratio >= aim ? "yes, the aim too" : Ratio >= least ? "yes" : "**no**";
        return string.Create(CultureInfo.InvariantCulture, $"{least} (aim {aim}): {met}");
    }

    private static double MedianOf(IReadOnlyList<JsonObject> answers, string name) =>
        Median.Of(answers.Select(answer => answer[name]!.GetValue<double>()));

    private static string Number(double? seconds) => seconds?.ToString(seconds < 0.1 ? "0.00000" : "0.000", CultureInfo.InvariantCulture) ?? "-";
}
