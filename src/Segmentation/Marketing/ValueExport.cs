using System.Text.Json.Nodes;

namespace Segmentation;

/// <summary>A ranking by value for programs: a member of summary.json and value.csv. The names are a contract.</summary>
public static class ValueExport
{
    /// <summary>The member "value" of summary.json: totals, segments by number, sentences. Unknown numbers are null.</summary>
    public static JsonObject Summary(ValueRanking value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new JsonObject
        {
            ["column"] = value.Column,
            ["before"] = value.Before,
            ["customers"] = value.Customers,
            ["missing"] = value.Missing.Count,
            ["missingBefore"] = value.MissingBefore.Count,
            ["total"] = value.Total,
            ["mean"] = value.Mean,
            ["clustered"] = value.IsClustered,
            ["best"] = value.Best?.Segment,
            ["worst"] = value.Worst?.Segment,
            ["segments"] = new JsonArray([.. value.Segments.Select(segment => new JsonObject
            {
                ["segment"] = segment.Segment,
                ["name"] = segment.Name,
                ["customers"] = segment.Customers,
                ["shareOfCustomers"] = segment.ShareOfCustomers,
                ["total"] = segment.Total,
                ["shareOfValue"] = segment.ShareOfValue,
                ["mean"] = segment.Mean,
                ["lower"] = segment.Lower,
                ["upper"] = segment.Upper,
                ["change"] = segment.Change,
                ["changeLower"] = segment.ChangeLower,
                ["changeUpper"] = segment.ChangeUpper,
                ["rank"] = segment.Rank,
                ["level"] = ValueText.Word(segment.Standing.Level),
                ["trend"] = ValueText.Word(segment.Standing.Trend),
                ["worthGrowing"] = segment.WorthGrowing,
            })]),
            ["sentences"] = ResultExport.Names(value.Sentences),
        };
    }

    /// <summary>Writes value.csv: a row for each segment, the most valuable per customer first; what is unknown is empty.</summary>
    public static void WriteCsv(ValueRanking value, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(value);
        CsvWriting.WriteRow(
            writer,
            "rank", "segment", "name", "customers", "shareOfCustomers", "total", "shareOfValue", "mean", "lower", "upper",
            "change", "changeLower", "changeUpper", "level", "trend", "worthGrowing");
        foreach (SegmentValue segment in value.Ranked)
        {
            CsvWriting.WriteRow(
                writer,
                segment.Rank, segment.Segment, segment.Name, segment.Customers, segment.ShareOfCustomers, segment.Total,
                CsvCell.Number(segment.ShareOfValue), CsvCell.Number(segment.Mean), CsvCell.Number(segment.Lower), CsvCell.Number(segment.Upper),
                CsvCell.Number(segment.Change), CsvCell.Number(segment.ChangeLower), CsvCell.Number(segment.ChangeUpper),
                ValueText.Word(segment.Standing.Level), ValueText.Word(segment.Standing.Trend), segment.WorthGrowing ? "yes" : "no");
        }
    }
}
