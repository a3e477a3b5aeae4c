namespace Segmentation;

/// <summary>Which of the columns that made the segments the rules of a playbook know.</summary>
internal static class PlaybookKnowledge
{
    private const int MostNamed = 6;
    private const int LongestName = 40;

    /// <summary>The names of all described columns.</summary>
    public static IEnumerable<string> ColumnsOf(SegmentProfile profile) =>
        profile.Numbers.Select(number => number.Column).Concat(profile.Categories.Select(category => category.Column));

    /// <summary>The roles that the columns of the customers have.</summary>
    public static IReadOnlySet<ColumnRole> RolesOf(SegmentProfile profile) =>
        new HashSet<ColumnRole>(ColumnsWithRoles(profile).SelectMany(column => column.Roles));

    /// <summary>One sentence where the rules do not know all clustered columns; null where they do, and where nothing was clustered.</summary>
    public static string? Sentence(IReadOnlyList<PlaybookRule> rules, SegmentProfile profile)
    {
        RuleSubject[] asked = [.. rules.SelectMany(rule => rule.When).Select(condition => condition.Subject)];
        HashSet<ColumnRole> roles = [.. asked.Where(subject => subject.Kind == SubjectKind.Role).Select(subject => subject.Role)];
        roles.Remove(ColumnRole.Other);
        HashSet<string> named = new(asked.Select(subject => subject.Column).OfType<string>(), StringComparer.OrdinalIgnoreCase);

        ILookup<bool, string> columns = ColumnsWithRoles(profile)
            .Where(column => column.Clustered)
            .ToLookup(column => column.Roles.Any(roles.Contains) || named.Contains(column.Name), column => column.Name);
        string[] known = [.. columns[true]];
        string[] unknown = [.. columns[false]];
        if (unknown.Length == 0)
        {
            return null;
        }

        int all = known.Length + unknown.Length;
        string knows = known.Length > 0 ? $"{known.Length} of the {NumberText.Counted(all, "column")} that made the segments ({Listed(known)})"
            : all == 1 ? "nothing of the column that made the segments"
            : $"none of the {all} columns that made the segments";
        return $"The playbook knows {knows}. What {Listed(unknown)} {(unknown.Length == 1 ? "means" : "mean")} for a customer it does not know, "
            + $"so its advice says at most that {(unknown.Length == 1 ? "it stands" : "they stand")} out; 'segment playbook' shows how to add rules.";
    }

    private static IEnumerable<(string Name, bool Clustered, IEnumerable<ColumnRole> Roles)> ColumnsWithRoles(SegmentProfile profile)
    {
        IReadOnlyDictionary<string, ColumnRole> roles = ColumnRoles.Of(ColumnsOf(profile));
        return profile.Numbers.Select(number => (number.Column, number.Clustered, (IEnumerable<ColumnRole>)[roles[number.Column]]))
            .Concat(profile.Categories.Select(category => (
                category.Column, category.Clustered, category.Levels.Select(level => ColumnRoles.OfLevel(category.Column, level.Level).Role))));
    }

    private static string Listed(string[] names)
    {
        string[] shown = [.. names.Take(MostNamed).Select(name => PlainText.OneLine(name, LongestName))];
        return names.Length > MostNamed ? $"{string.Join(", ", shown)} and {names.Length - MostNamed} more"
            : shown.Length == 1 ? shown[0]
            : $"{string.Join(", ", shown[..^1])} and {shown[^1]}";
    }
}
