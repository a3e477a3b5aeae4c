namespace Segmentation.Tests.Profiling;

public sealed class TraitWordsTests
{
    [Theory]
    [InlineData("Partner", "Yes", 1, 0.5, "has partner")]
    [InlineData("Partner", "Yes", 0.7, 0.5, "mostly with partner")]
    [InlineData("Partner", "Yes", 0.3, 0.1, "more often with partner")]
    [InlineData("Partner", "No", 0.95, 0.5, "no partner")]
    [InlineData("Partner", "No", 0.3, 0.1, "more often without partner")]
    [InlineData("Partner", "nein", 0.95, 0.5, "no partner")]
    [InlineData("Graduated", "No", 1, 0.4, "not graduated")]
    [InlineData("Ever_Married", "No", 1, 0.4, "never married")]
    [InlineData("Ever_Married", "Yes", 0.8, 0.4, "mostly ever married")]
    [InlineData("SeniorCitizen", "true", 1, 0.4, "senior citizen")]
    [InlineData("IsActiveMember", "False", 1, 0.4, "not active member")]
    [InlineData("HasCrCard", "Yes", 1, 0.4, "has cr card")]
    [InlineData("Churn", "Yes", 0.5, 0.2, "more often churned")]
    [InlineData("Would you recommend us?", "Yes", 1, 0.4, "yes to would you recommend us")]
    [InlineData("owns_car", "No", 1, 0.4, "does not own car")]
    [InlineData("Gender", "1", 1, 0.4, "gender 1")]
    public void Phrase_LevelThatSaysYesOrNo_NamesItsColumn(string column, string level, double share, double overall, string expected)
    {
        Evidence evidence = new(column, level, share, overall, share - overall, 20) { IsFlag = true };

        Assert.Equal(expected, new TraitWords([]).Phrase(evidence));
    }

    [Theory]
    [InlineData("Contract", "Month-to-month", 0.95, "month-to-month contract")]
    [InlineData("Contract", "Month-to-month", 0.7, "mostly month-to-month contract")]
    [InlineData("InternetService", "Fiber optic", 0.95, "fiber optic internet service")]
    [InlineData("InternetService", "DSL", 0.95, "DSL internet service")]
    [InlineData("OnlineSecurity", "No internet service", 0.95, "no internet service")]
    [InlineData("Segment", "A", 0.95, "segment A")]
    [InlineData("Plan", "3", 0.95, "plan 3")]
    [InlineData("Education", "Other", 0.95, "other education")]
    [InlineData("Spending_Score", "Low", 0.95, "low spending score")]
    [InlineData("Gender", "Female", 0.95, "Female")]
    [InlineData("Profession", "Artist", 0.6, "mostly Artist")]
    [InlineData("Region", "North", 0.95, "mostly North")]
    [InlineData("Region", "Other", 0.95, "mostly other region")]
    [InlineData("Region", "2", 0.95, "mostly region 2")]
    public void Phrase_Level_SaysItsColumnUnlessEverybodyKnowsIt(string column, string level, double share, string expected)
    {
        Evidence evidence = new(column, level, share, 0.3, share - 0.3, 20);

        Assert.Equal(expected, new TraitWords([]).Phrase(evidence));
    }

    [Theory]
    [InlineData(1, "senior citizen")]
    [InlineData(0.6, "mostly senior citizen")]
    [InlineData(0, "not senior citizen")]
    [InlineData(0.2, "about as often senior citizen")]
    public void Phrase_NumberOfZeroAndOne_IsSaidAsAFlag(double share, string expected)
    {
        double deviation = Math.Sqrt(0.2 * 0.8);
        Evidence evidence = new("SeniorCitizen", null, share, 0.2, (share - 0.2) / deviation, 20) { IsFlag = true };

        Assert.Equal(expected, new TraitWords(["SeniorCitizen"]).Phrase(evidence));
    }

    [Fact]
    public void Phrase_CodeOfAKind_IsNeitherHighNorLow()
    {
        Evidence evidence = new("Region", null, 2.4, 1.9, 0.8, 20);

        Assert.Equal("region averaging 2.4", new TraitWords(["Region"]).Phrase(evidence));
    }

    [Fact]
    public void Profile_FlagAsNumberOrText_HasTheSameNamesAndStrengths()
    {
        int[] labels = [.. Enumerable.Range(0, 90).Select(i => i / 30)];
        bool[] has = [.. labels.Select((label, i) => label == 0 || (label == 1 && i % 2 == 0))];
        double[] age = [.. labels.Select((label, i) => (label * 3.0) + (i % 10))];
        CustomerTable numbers = new(
            [new NumericColumn("Age", age), new NumericColumn("Graduated", [.. has.Select(yes => yes ? 1.0 : 0)])]);
        CustomerTable texts = new([new NumericColumn("Age", age), new CategoricalColumn("Graduated", [.. has.Select(yes => yes ? "Yes" : "No")])]);

        IReadOnlyList<SegmentProfile>[] both =
            [.. new[] { numbers, texts }.Select(table => new SegmentProfiler(["Age", "Graduated"]).Profile(table, labels))];

        Assert.Equal(both[0].Select(profile => profile.Name), both[1].Select(profile => profile.Name));
        Assert.Equal("Graduated, younger", both[0][0].Name);
        Assert.Equal("Not graduated, older", both[0][2].Name);

        // h of all against half: 2 (asin 1 - asin sqrt 0.5) = pi / 2.
        Assert.All(both, profiles => Assert.Equal(
            Math.PI / 2, profiles[0].Findings.First(finding => finding.Column == "Graduated").Strength, 1e-12));
        Assert.StartsWith(
            "Graduated is 1 for 100% of this segment against 50% overall (50.0 percentage points more, 75.0 more than the rest; 30 of 30 customers",
            both[0][0].Findings.First(finding => finding.Column == "Graduated").Describe(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Name_TwoCategoriesOfYesAndNo_NamesBothColumns()
    {
        int[] labels = [.. Enumerable.Range(0, 80).Select(i => i / 20)];
        CustomerTable table = new(
        [
            new CategoricalColumn("Partner", [.. labels.Select(label => label < 2 ? "Yes" : "No")]),
            new CategoricalColumn("Dependents", [.. labels.Select(label => label % 2 == 0 ? "Yes" : "No")]),
        ]);

        IEnumerable<string> names = new SegmentProfiler(["Partner", "Dependents"]).Profile(table, labels).Select(profile => profile.Name);

        Assert.Equal(
            ["Has partner, has dependents", "Has partner, no dependents", "No partner, has dependents", "No partner, no dependents"], names);
    }

    [Fact]
    public void Name_ColumnsOfOneLongWord_AreNumberedSegmentsWithoutACut()
    {
        string[] columns = [new string('a', 60), new string('b', 60)];
        int[] labels = [.. Enumerable.Range(0, 20).Select(i => i / 10)];
        CustomerTable table = new(columns.Select(name => new NumericColumn(name, [.. labels.Select(label => (double)label)])));

        IEnumerable<string> names = new SegmentProfiler(columns).Profile(table, labels).Select(profile => profile.Name);

        Assert.All(names, name => Assert.InRange(name.Length, 1, 48));
        Assert.All(names, name => Assert.DoesNotContain('…', name));
    }
}
