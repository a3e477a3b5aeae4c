using System.Text.Json.Nodes;

namespace Segmentation;

/// <summary>What of a table takes part, for programs.</summary>
public static class DataUseExport
{
    /// <summary>The columns that are not compared: "column", "reason", "detail", and "option", null where nothing would take it in.</summary>
    public static JsonArray Unused(DataUse use)
    {
        ArgumentNullException.ThrowIfNull(use);
        return new([.. use.Unused.Select(column => new JsonObject
        {
            ["column"] = column.Column,
            ["reason"] = $"{char.ToLowerInvariant(column.Reason.ToString()[0])}{column.Reason.ToString()[1..]}",
            ["detail"] = column.Detail,
            ["option"] = column.Option,
        })]);
    }
}
