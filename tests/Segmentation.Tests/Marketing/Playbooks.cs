using Segmentation.TestSupport;

namespace Segmentation.Tests.Marketing;

/// <summary>Playbook files and segments made for a test.</summary>
internal static class Playbooks
{
    public const string Then = """{ "family": "targeting", "action": "Act", "reason": "Because", "measure": "Sales" }""";

    /// <summary>Reads a text as the file of that name.</summary>
    public static Playbook Of(string json, string name = "ours.json")
    {
        using TemporaryFolder folder = new();
        return Playbook.Load(folder.Write(name, json));
    }

    /// <summary>What is wrong with the file, without its folder.</summary>
    public static string FaultOf(string json, string name = "ours.json")
    {
        using TemporaryFolder folder = new();
        string path = folder.Write(name, json);
        return Assert.Throws<DataException>(() => Playbook.Load(path)).Message.Replace(path, name, StringComparison.Ordinal);
    }

    /// <summary>A file with these rules, JSON each.</summary>
    public static string File(params string[] rules) =>
        $$"""{ "format": "segmentation-playbook", "version": 1, "rules": [ {{string.Join(", ", rules)}} ] }""";

    /// <summary>A rule with these conditions, JSON, and nothing special to say.</summary>
    public static string Rule(string id, string conditions, string then = Then) =>
        $$"""{ "id": "{{id}}", "when": [ {{conditions}} ], "then": {{then}} }""";

    /// <summary>What a rule with a stance says.</summary>
    public static string Taking(string family, string stance) =>
        $$"""{ "family": "{{family}}", "stance": "{{stance}}", "action": "Act", "reason": "Because", "measure": "Sales" }""";

    /// <summary>Two segments of 20 customers, each constant in every column; all columns are clustered.</summary>
    public static SegmentProfile[] TwoGroups(params (string Name, double First, double Second)[] columns)
    {
        int[] labels = [.. Enumerable.Range(0, 40).Select(i => i / 20)];
        CustomerTable table = new(columns.Select(column =>
            new NumericColumn(column.Name, [.. labels.Select(label => label == 0 ? column.First : column.Second)])));
        return [.. new SegmentProfiler([.. columns.Select(column => column.Name)]).Profile(table, labels)];
    }

    /// <summary>The ids of the rules that recommend something for a segment, in order.</summary>
    public static string[] Rules(IEnumerable<Recommendation> advice, int segment) =>
        [.. advice.Where(item => item.Segment == segment).Select(item => item.Rule)];
}
