namespace Segmentation;

/// <summary>
/// What the columns that rules name are in the customers at hand. A name is meant as it stands, or else whatever its case.
/// </summary>
internal static class PlaybookColumns
{
    private const int MostNamed = 12;

    /// <summary>Refuses a rule that names a column which the table lacks, or has of another kind.</summary>
    public static void Check(IReadOnlyList<PlaybookRule> rules, CustomerTable table)
    {
        string[] names = [.. table.Columns.Select(column => column.Name)];
        foreach (PlaybookRule rule in rules)
        {
            for (int i = 0; i < rule.When.Count; i++)
            {
                RuleSubject subject = rule.When[i].Subject;
                if (subject.Column is string asked && WhyNot(subject, Meant(asked, names) is string name ? table[name] : null, names) is string reason)
                {
                    throw new DataException(
                        rule.File, null, $"rule '{PlainText.OneLine(rule.Id, 60)}', condition {i + 1}: it can never fire: {reason}");
                }
            }
        }
    }

    /// <summary>A sentence for each rule of one's own that cannot fire on these segments, though its columns are there.</summary>
    public static IEnumerable<string> Warnings(IReadOnlyList<PlaybookRule> rules, IReadOnlyList<SegmentFacts> segments) =>
        from rule in rules
        where !rule.IsBuiltIn && segments.Count > 0
        let reason = rule.When.Select(condition => WhyUnknown(condition, segments)).FirstOrDefault(reason => reason is not null)
        where reason is not null
        select $"Rule '{rule.Id}' ({rule.Source}) cannot fire on these customers: {reason}";

    /// <summary>The segment's number that a condition on a column is about; null where there is none.</summary>
    public static Trait? TraitOf(RuleSubject subject, SegmentProfile profile, IReadOnlyList<Trait> traits)
    {
        if (subject.Kind == SubjectKind.Column)
        {
            string? column = Meant(subject.Column!, profile.Numbers.Select(number => number.Column));
            return traits.FirstOrDefault(trait => trait.Evidence.Level is null && trait.Evidence.Column == column);
        }

        CategoryProfile? category = CategoryOf(subject, profile);
        LevelProfile? level = category is null ? null : LevelOf(subject, category);
        return level?.Share is null ? null : new Trait(SegmentFindings.OfLevel(category!, level));
    }

    private static string? WhyNot(RuleSubject subject, Column? column, string[] names) => (column, subject.Level) switch
    {
        (null, _) => $"no column named '{subject.Column}'.{Spelling.DidYouMean(subject.Column!, names)} Columns: {Listed(names)}.",
        (CategoricalColumn, not null) or (NumericColumn, null) => null,
        (CategoricalColumn, null) => $"column '{column.Name}' holds categories, so the condition needs a \"level\".",
        (NumericColumn, _) => $"column '{column.Name}' holds numbers, so it has no level '{subject.Level}'.",
        _ => $"column '{column.Name}' holds neither numbers nor categories.",
    };

    private static string? WhyUnknown(RuleCondition condition, IReadOnlyList<SegmentFacts> segments)
    {
        SegmentProfile any = segments[0].Profile;
        RuleSubject subject = condition.Subject;
        bool mayBeUnknown = condition.Standing != Standing.Any && condition.Standing.HasFlag(Standing.Unknown);
        return mayBeUnknown ? null : subject.Kind switch
        {
            SubjectKind.Role when subject.Role != ColumnRole.Other && !PlaybookKnowledge.RolesOf(any).Contains(subject.Role) =>
                $"no column has the {subject.Text}, as far as their names tell.",
            SubjectKind.Column when Meant(subject.Column!, any.Numbers.Select(number => number.Column)) is null =>
                $"{subject.Text} is not described, for it looks like an id.",
            SubjectKind.Level when CategoryOf(subject, any) is null => $"column '{subject.Column}' is not described.",
            SubjectKind.Level when CategoryOf(subject, any) is CategoryProfile category && LevelOf(subject, category) is null =>
                $"no customer has the {subject.Text}.{Spelling.DidYouMean(subject.Level!, category.Levels.Select(level => level.Level))}",
            SubjectKind.Value when segments.All(segment => segment.Worth is null) =>
                "no column was named that says what customers are worth (--value).",
            SubjectKind.Stability when segments.All(segment => segment.Recovery is null) =>
                "the stability of the segments was not measured.",
            _ => null,
        };
    }

    private static CategoryProfile? CategoryOf(RuleSubject subject, SegmentProfile profile) =>
        Meant(subject.Column!, profile.Categories.Select(category => category.Column)) is string name
            ? profile.Categories.First(category => category.Column == name)
            : null;

    private static LevelProfile? LevelOf(RuleSubject subject, CategoryProfile category) =>
        Meant(subject.Level!, category.Levels.Select(level => level.Level)) is string name
            ? category.Levels.First(level => level.Level == name)
            : null;

    private static string? Meant(string asked, IEnumerable<string> names) =>
        names.Contains(asked) ? asked : names.FirstOrDefault(name => name.Equals(asked, StringComparison.OrdinalIgnoreCase));

    private static string Listed(string[] names) => names.Length <= MostNamed
        ? string.Join(", ", names)
        : $"{string.Join(", ", names[..MostNamed])} and {names.Length - MostNamed} more";
}
