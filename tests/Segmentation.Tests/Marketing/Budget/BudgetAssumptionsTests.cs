using Segmentation.TestSupport;

namespace Segmentation.Tests.Marketing.Budget;

public sealed class BudgetAssumptionsTests : IDisposable
{
    private static readonly BudgetSegment[] Segments = [new(1, "High, keen", 100, 30), new(2, "B", 10, null)];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void For_NoFile_TakesTheMeasuredValueAndTheStatedDefaults()
    {
        IReadOnlyList<ResponseAssumption> assumptions = BudgetAssumptions.Defaults.For(Segments);

        Assert.Equal([(30.0, 0.05, 1.0, 1.0), (100.0, 0.05, 1.0, 1.0)], assumptions.Select(a => (a.Value, a.Response, a.Steepness, a.Cost)));
        Assert.Equal([AssumptionSource.Measured, AssumptionSource.Default], assumptions.Select(a => a.Sources![AssumptionKind.Value]));
    }

    [Theory]
    [InlineData("a.csv", "segment,value,response,steepness,cost\n2,120,0.09,,\n*,,0.04,0.8,0.5\n\"High, keen\",,,2,\n")]
    [InlineData("a.csv", "cost;segment;steepness;response;value\n;2;;0.09;120\n0.5;*;0.8;0.04;\n;\"High, keen\";2;;\n")]
    [InlineData("a.json", """{ "assumptions": [ { "segment": 2, "value": 120, "response": 0.09 }, { "response": 0.04, "steepness": 0.8, "cost": 0.5 }, { "segment": "High, keen", "steepness": 2, "value": null } ] }""")]
    public void Load_RowsInAnyOrder_AParticularOneGoesBeforeAll(string name, string text)
    {
        IReadOnlyList<ResponseAssumption> assumptions = BudgetAssumptions.Load(folder.Write(name, text)).For(Segments);

        Assert.Equal([(30.0, 0.04, 2.0, 0.5), (120.0, 0.09, 0.8, 0.5)], assumptions.Select(a => (a.Value, a.Response, a.Steepness, a.Cost)));
        Assert.Equal([AssumptionSource.Measured, AssumptionSource.Given], assumptions.Select(a => a.Sources![AssumptionKind.Value]));
    }

    [Theory]
    [InlineData("a.csv", "segment,valu\n1,3\n", "a.csv(1): unknown column 'valu'. Did you mean 'value'? The columns are segment, value, response, steepness, cost.")]
    [InlineData("a.csv", "segment,value,value\n1,3,4\n", "a.csv(1): column 'value' stands there twice.")]
    [InlineData("a.csv", "segment,value\n1,3,4\n", "a.csv(2): the row has 3 cells, but the header 2: segment, value.")]
    [InlineData("a.csv", "segment,value\n1,many\n", "a.csv(2): 'value' should be a number from -1000000000 to 1000000000, but is 'many'.")]
    [InlineData("a.csv", "segment,response\n1,1.1\n", "a.csv(2): 'response' should be a number from 0 to 1, but is '1.1'.")]
    [InlineData("a.csv", "segment,cost\n1,0\n", "a.csv(2): 'cost' should be a number from 1E-06 to 1000000000, but is '0'.")]
    [InlineData("a.csv", "segment,cost\n1,NaN\n", "a.csv(2): 'cost' should be a number from 1E-06 to 1000000000, but is 'NaN'.")]
    [InlineData("a.csv", "segment,cost\n1,1\nHigh,2\n", "a.csv(3): there is no segment 'High'. Segments: *, 1 (High, keen), 2 (B).")]
    [InlineData("a.csv", "segment,cost\n2,1\nB,2\n", "a.csv(3): segment 2 (B) has a second row.")]
    [InlineData("a.csv", "segment,cost\n*,1\n,2\n", "a.csv(3): segment * has a second row.")]
    [InlineData("a.csv", "segment,cost\n", "a.csv: it holds no row; the columns are segment, value, response, steepness, cost.")]
    [InlineData("a.json", "[1]", "a.json: it should hold { \"assumptions\": [ { \"segment\": 1, … }, … ] }.")]
    [InlineData("a.json", """{ "assumptions": [ { "segment": 1, "cots": 2 } ] }""", "a.json: assumptions[0]: unknown column 'cots'. Did you mean 'cost'? The columns are segment, value, response, steepness, cost.")]
    [InlineData("a.json", """{ "assump\ud800": [] }""", "a.json: the name of a column holds half of a character (an unpaired surrogate).")]
    [InlineData("a.json", """{ "assumptions": [ { "segment": "\ud800" } ] }""", "a.json: assumptions[0]: 'segment' holds half of a character (an unpaired surrogate).")]
    [InlineData("a.json", """{ "assumptions": [ { "\ud800": 1 } ] }""", "a.json: assumptions[0]: the name of a column holds half of a character (an unpaired surrogate).")]
    [InlineData("a.json", """{ "assumptions": [ { "segment": 1, "cost": [2] } ] }""", "a.json: assumptions[0]: 'cost' should be a number or a text.")]
    public void Load_FileAtFault_SaysWhere(string name, string text, string message)
    {
        string path = folder.Write(name, text);

        DataException error = Assert.Throws<DataException>(() => BudgetAssumptions.Load(path).For(Segments));

        Assert.EndsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NotJson_SaysSo() => Assert.Contains(
        "a.json is not JSON: ", Assert.Throws<DataException>(() => BudgetAssumptions.Load(folder.Write("a.json", "{"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_NoFile_SaysSo() => Assert.Contains(
        "none.csv cannot be read", Assert.Throws<DataException>(() => BudgetAssumptions.Load(folder.File("none.csv"))).Message, StringComparison.Ordinal);
}
