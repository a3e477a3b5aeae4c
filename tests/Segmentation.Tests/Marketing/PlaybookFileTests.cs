using static Segmentation.Tests.Marketing.Playbooks;

namespace Segmentation.Tests.Marketing;

/// <summary>What a playbook file may hold, and what is said about one that holds something else.</summary>
public sealed class PlaybookFileTests
{
    private const string Low = """{ "role": "age", "is": "low" }""";

    [Theory]
    [InlineData("", "ours.json(1): is not JSON, column 1: ")]
    [InlineData("{ \"format\": \"segmentation-playbook\",\n  \"version\": 1,\n  \"rules\": [ oops ] }", "ours.json(3): is not JSON, column 14: ")]
    [InlineData("{ \"format\": \"segmentation-playbook\",\n  \"größe\": oops }", "ours.json(2): is not JSON, column 12: ")]
    [InlineData("{ \"format\": \"segmentation-playbook\", \"ver\\ud800\": 1 }", "ours.json: the name of a field holds half of a character (an unpaired surrogate).")]
    [InlineData("{ \"format\": \"segmentation-playbook\", \"version\": 1, \"version\": 1, \"rules\": [] }", "ours.json: is not JSON")]
    public void Load_NoJson_NamesThePlace(string text, string message) =>
        Assert.StartsWith(message, FaultOf(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("[]", "this is not a playbook: it has no \"format\": \"segmentation-playbook\".")]
    [InlineData("{ \"format\": \"segmentation-model\", \"version\": 1 }", "this is not a playbook: it has no \"format\": \"segmentation-playbook\".")]
    [InlineData("{ \"format\": \"segmentation-playbook\" }", "the field \"version\" is missing; this program knows version 1.")]
    [InlineData("{ \"format\": \"segmentation-playbook\", \"version\": 2, \"rules\": [] }", "the playbook's version is 2, but this program knows version 1.")]
    [InlineData("{ \"format\": \"segmentation-playbook\", \"version\": 1 }", "the field \"rules\" is missing.")]
    [InlineData("{ \"format\": \"segmentation-playbook\", \"version\": 1, \"rules\": {} }", "\"rules\" should be a list ([ … ]), but is an object.")]
    [InlineData(
        "{ \"format\": \"segmentation-playbook\", \"version\": 1, \"rule\": [] }",
        "there is no field 'rule'. Did you mean 'rules'? Fields: format, version, description, replaces, removes, rules.")]
    public void Load_NotThisFormat_SaysSo(string text, string message) => Assert.Equal($"ours.json: {message}", FaultOf(text));

    [Theory]
    [InlineData("""{ "when": [] }""", "rule 1: the field \"id\" is missing.")]
    [InlineData("\"x\"", "rule 1: should be an object ({ … }) with the fields id, use, when, then, but is the text 'x'.")]
    [InlineData("""{ "id": "a", "wen": [] }""", "rule 1: there is no field 'wen'. Did you mean 'when'? Fields: id, use, when, then.")]
    [InlineData("""{ "id": "a", "when": [] }""", "rule 'a': the field \"then\" is missing.")]
    [InlineData("""{ "id": 7, "when": [] }""", "rule 1: \"id\" should be a text, but is 7.")]
    [InlineData(
        """{ "id": "a", "use": "allways", "when": [], "then": THEN }""",
        "rule 'a': \"use\" should be one of beside, instead, otherwise, but is 'allways'.")]
    [InlineData(
        """{ "id": "a", "when": [], "then": THEN }""",
        "rule 'a': \"when\" is empty: a rule needs a condition, unless its \"use\" is \"otherwise\".")]
    [InlineData(
        """{ "id": "a", "when": [LOW], "then": { "family": "price", "action": "A", "reason": "R", "measure": "M" } }""",
        "rule 'a', \"then\": \"family\" should be one of targeting, assortment, engagement, pricingAndPromotion, personalisation, channel, productDesign, retention, budget, but is 'price'.")]
    [InlineData(
        """{ "id": "a", "when": [LOW], "then": { "family": "budget", "stance": "discount", "action": "A", "reason": "R", "measure": "M" } }""",
        "rule 'a', \"then\": \"stance\" is 'discount', but the family budget has invest and save.")]
    [InlineData(
        """{ "id": "a", "when": [LOW], "then": { "family": "channel", "stance": "save", "action": "A", "reason": "R", "measure": "M" } }""",
        "rule 'a', \"then\": \"stance\" is 'save', but the family channel has no stances.")]
    [InlineData(
        """{ "id": "a", "when": [LOW], "then": { "family": "budget", "action": "A", "reason": "R" } }""",
        "rule 'a', \"then\": the field \"measure\" is missing.")]
    [InlineData(
        """{ "id": "a", "when": [LOW], "then": { "family": "budget", "action": " ", "reason": "R", "measure": "M" } }""",
        "rule 'a', \"then\": \"action\" should be a text, but is empty.")]
    [InlineData(
        """{ "id": "a", "when": [LOW], "then": { "family": "budget", "action": "A\nB", "reason": "R", "measure": "M" } }""",
        "rule 'a', \"then\": \"action\" should be one line of text, but has a line break or another control character.")]
    [InlineData(
        """{ "id": "a", "when": [LOW], "then": { "family": "budget", "action": "Say {trait}", "reason": "R", "measure": "M" } }""",
        "rule 'a', \"then\": \"action\" has {trait}, which stands for nothing. Did you mean '{traits}'? Placeholders: {traits}, {size}, {share}.")]
    [InlineData(
        """{ "id": "a", "when": [LOW], "then": { "family": "budget", "action": "\ud800", "reason": "R", "measure": "M" } }""",
        "rule 'a', \"then\": \"action\" holds half of a character (an unpaired surrogate).")]
    public void Load_RuleThatIsNone_NamesRuleAndField(string rule, string message) => Assert.Equal(
        $"ours.json: {message}",
        FaultOf(File(rule.Replace("THEN", Then, StringComparison.Ordinal).Replace("LOW", Low, StringComparison.Ordinal))));

    [Theory]
    [InlineData("""{ "is": "low" }""", "give one of \"role\", \"column\" and \"segment\", not none.")]
    [InlineData("""{ "role": "age", "column": "Age", "is": "low" }""", "give one of \"role\", \"column\" and \"segment\", not role and column.")]
    [InlineData("""{ "colum": "Age", "is": "low" }""", "there is no field 'colum'. Did you mean 'column'? Fields: role, column, level, segment, is, below, atLeast.")]
    [InlineData("""{ "role": "age", "level": "x" }""", "\"level\" needs the \"column\" that has it.")]
    [InlineData(
        """{ "role": "recencey", "is": "low" }""",
        "\"role\" should be one of other, abilityToPay, activity, recency, age, value, loyalty, discountUse, charges, attrition, commitment, borrowing, repayment, creditLimit, balance, categorySpend, companySize, usage, complaints, satisfaction, but is 'recencey'. Did you mean 'recency'?")]
    [InlineData(
        """{ "role": "age", "is": "hihg" }""",
        "\"is\" should be one of unknown, low, average, high, different, but is 'hihg'. Did you mean 'high'?")]
    [InlineData("""{ "role": "other", "is": "high" }""", "\"is\" should be one of unknown, different, but is 'high'.")]
    [InlineData("""{ "segment": "stability", "is": "low" }""", "\"is\" should be one of unknown, unstable, doubtful, stable, highlyStable, but is 'low'.")]
    [InlineData("""{ "segment": "size", "is": "low" }""", "the segment's size has no \"is\", only \"below\" and \"atLeast\".")]
    [InlineData("""{ "role": "age", "is": [] }""", "\"is\" is an empty list: leave it out, or say what it holds.")]
    [InlineData("""{ "role": "age", "is": ["low", 3] }""", "\"is\" should be a text or a list of texts, but holds 3.")]
    [InlineData("""{ "role": "age", "below": "35" }""", "\"below\" should be a number such as 35 or 0.5, but is the text '35'.")]
    [InlineData("""{ "role": "age", "below": 1e999 }""", "\"below\" should be a number such as 35 or 0.5, but is 1e999.")]
    [InlineData("""{ "role": "age" }""", "it asks for nothing: give \"is\", \"below\" or \"atLeast\".")]
    [InlineData("""{ "role": "age", "is": "unknown", "below": 3 }""", "\"below\" and \"atLeast\" need a number, but \"is\" asks for none (unknown).")]
    [InlineData("""{ "role": "other", "below": 3 }""", "role 'other' stands for columns of any unit, so it can have no \"below\" or \"atLeast\"; name the column.")]
    public void Load_ConditionThatIsNone_NamesIt(string condition, string message) =>
        Assert.Equal($"ours.json: rule 'a', condition 1: {message}", FaultOf(File(Rule("a", condition))));

    [Theory]
    [InlineData("""{ "column": "Age", "below": 10, "atLeast": 20 }""", "column 'Age' cannot be at least 20 and below 10 at once")]
    [InlineData("""{ "column": "Age", "below": 10, "atLeast": 10 }""", "column 'Age' cannot be at least 10 and below 10 at once")]
    [InlineData("""{ "column": "Age", "below": 10 }, { "column": "age", "atLeast": 20 }""", "column 'Age' cannot be at least 20 and below 10 at once")]
    [InlineData("""{ "role": "age", "is": "high" }, { "role": "age", "is": ["low", "average"] }""", "role 'age' cannot be high and low or average at once")]
    [InlineData("""{ "column": "X", "is": "different" }, { "column": "X", "is": "average" }""", "column 'X' cannot be low or high and average at once")]
    [InlineData("""{ "role": "age", "is": "average", "below": 0 }""", "role 'age' is never below 0, but is asked to be below 0")]
    [InlineData("""{ "role": "age", "is": "high", "atLeast": 200 }""", "role 'age' is at most 150, but is asked to be at least 200")]
    [InlineData("""{ "segment": "value", "is": "growing" }, { "segment": "value", "is": "shrinking" }""", "the segment's value cannot be growing and shrinking at once")]
    [InlineData("""{ "segment": "value", "is": "high" }, { "segment": "value", "is": "low" }""", "the segment's value cannot be high and low at once")]
    [InlineData("""{ "segment": "size", "below": 1 }""", "the segment's size is never below 1, but is asked to be below 1")]
    [InlineData("""{ "segment": "share", "atLeast": 20 }""", "the segment's share is at most 1, but is asked to be at least 20")]
    [InlineData("""{ "column": "City", "level": "Rome", "atLeast": 55 }""", "level 'Rome' of column 'City' is at most 1, but is asked to be at least 55")]
    [InlineData(
        """{ "column": "City", "level": "Rome", "atLeast": 0.6 }, { "column": "City", "level": "Oslo", "atLeast": 0.6 }""",
        "the shares asked of the levels of column 'City' add up to more than 1")]
    [InlineData("""{ "role": "age", "is": "unknown" }""", "every condition asks for something unknown, and a recommendation needs a number")]
    public void Load_RuleThatCanNeverFire_SaysWhy(string conditions, string message) =>
        Assert.Equal($"ours.json: rule 'a': it can never fire: {message}.", FaultOf(File(Rule("a", conditions))));

    [Theory]
    [InlineData("""{ "column": "Age", "below": 20, "atLeast": 10 }""")]
    [InlineData("""{ "role": "age", "is": ["low", "average"] }, { "role": "age", "is": ["average", "high"] }""")]
    [InlineData("""{ "column": "X", "is": "different" }, { "column": "X", "is": "low" }""")]
    [InlineData("""{ "column": "City", "level": "Rome", "atLeast": 0.3 }, { "column": "City", "level": "Oslo", "atLeast": 0.7 }""")]
    [InlineData("""{ "column": "Age", "below": 10 }, { "column": "Tenure", "atLeast": 20 }""")]
    [InlineData("""{ "segment": "value", "is": "high" }, { "segment": "value", "is": "growing" }""")]
    [InlineData("""{ "role": "age", "is": "unknown" }, { "segment": "size", "atLeast": 50 }""")]
    public void Load_RuleThatMayFire_IsTaken(string conditions) =>
        Assert.Equal("a", Assert.Single(Of(File(Rule("a", conditions))).Rules).Id);

    [Fact]
    public void Load_IdTwice_NamesIt() => Assert.Equal(
        "ours.json: 2 rules have the \"id\" 'a'; each needs its own.", FaultOf(File(Rule("a", Low), Rule("a", Low))));

    [Fact]
    public void Load_ByteOrderMark_IsNoFault() => Assert.Single(Of("\uFEFF" + File(Rule("a", Low))).Rules);

    [Fact]
    public void Load_NoSuchFile_SaysSo() => Assert.Equal(
        "/no/such/file.json: no such file.", Assert.Throws<DataException>(() => Playbook.Load("/no/such/file.json")).Message);

    [Fact]
    public void Load_NotUtf8_SaysSo()
    {
        using TestSupport.TemporaryFolder folder = new();
        System.IO.File.WriteAllBytes(folder.File("ours.json"), [0x7B, 0xFF, 0xFE, 0x7D]);

        DataException error = Assert.Throws<DataException>(() => Playbook.Load(folder.File("ours.json")));

        Assert.EndsWith("ours.json: is not JSON: it is not text in UTF-8.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AnyCutOfAGoodFile_IsAPlaybookOrAFaultInOneLine()
    {
        string text = File(Rule("a", Low), Rule("b", """{ "column": "City", "level": "Rome", "atLeast": 0.5 }"""));

        for (int length = 0; length < text.Length; length++)
        {
            string message = FaultOf(text[..length]);
            Assert.StartsWith("ours.json", message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', message);
        }
    }

    [Fact]
    public void Conditions_InWords_SayWhatWasAsked()
    {
        PlaybookRule rule = Of(File(Rule(
            "a", """{ "role": "age", "is": ["low", "average"], "below": 35.5 }, { "segment": "share", "atLeast": 0.1 }"""))).Rules[0];

        Assert.Equal(["role 'age' is low or average, below 35.5", "the segment's share at least 0.1"], rule.Conditions);
    }
}
