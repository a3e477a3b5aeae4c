using System.Globalization;
using System.Text;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Preparation;

/// <summary>Whole files as people have them, through the pipeline and into a saved model and back.</summary>
public sealed class MixedFileTests
{
    private static readonly SegmentationPipeline Pipeline = new()
    {
        ClusterCount = 3,
        MaxClusters = 3,
        Algorithm = new(1) { Restarts = 2 },
        Preprocessor = new()
        {
            Features = ["Genre", "Alter", "Umsatz", "Seit", "Größe"],
            Encodings = new Dictionary<string, ColumnEncoding>
            {
                ["Umsatz"] = ColumnEncoding.Log,
                ["Größe"] = ColumnEncoding.Ordinal("S", "M", "L"),
            },
        },
    };

    [Theory]
    [InlineData(MissingValues.DropRows, 48)]
    [InlineData(MissingValues.FillMedian, 60)]
    [InlineData(MissingValues.FillMode, 60)]
    [InlineData(MissingValues.FillMean, 60)]
    [InlineData(MissingValues.KPod, 59)]
    public void Run_SemicolonsCommasBlanksAndDayFirstDates_LosesNothingUnnamed(MissingValues missing, int clustered)
    {
        using TemporaryFolder folder = new();
        CustomerTable table = CustomerTable.Load(folder.Write("kunden.csv", GermanFile()));

        SegmentationResult result = (Pipeline with { Preprocessor = Pipeline.Preprocessor with { Missing = missing } }).Run(table);

        Assert.Equal(clustered, result.Prepared.Matrix.RowCount);
        Assert.Equal(60 - clustered, result.Prepared.Dropped.Count);
        Assert.All(result.Prepared.Dropped, row => Assert.NotEmpty(row.MissingFeatures));
        Assert.Equal(["Genre = Female", "Genre = Male", "Alter", "Umsatz", "Seit (age in days)", "Größe"], result.Preprocessor.FeatureNames);
        SegmentationModel read = Reread(folder, result);
        Assert.Equal(result.Preprocessor.Features, read.Preprocessor.Features);
        Assert.Equal(result.SegmentsInFileOrder(), read.Assign(table));
        Assert.NotEmpty(HtmlReport.Of(result));
    }

    [Fact]
    public void Assign_SavedModel_TakesNewCustomersWithUnseenLevels()
    {
        using TemporaryFolder folder = new();
        SegmentationResult result = Pipeline.Run(CustomerTable.Load(folder.Write("kunden.csv", GermanFile())));
        CustomerTable later = CustomerTable.Load(folder.Write(
            "neu.csv", "Nr;Genre;Alter;Umsatz;Seit;Größe\n0900;Divers;40;12,50;31-12-2024;M\n0901;Male;41;-1;30-12-2024;S\n0902;Male;41;7;29-12-2024;XS\n"));

        PreparedData data = Reread(folder, result).Preprocessor.Transform(later);

        Assert.Equal([0], data.Rows.ToArray());
        Assert.Equal([new UnseenLevel("Genre", "Divers", 1, IsOther: false)], data.UnseenLevels);
        Assert.Equal(
            [
                "'Umsatz' is -1, which has no logarithm (no amount below or equal to 0 was in the training data)",
                "'Größe' is 'XS', which is not in the order S < M < L",
            ],
            data.Dropped.Select(row => row.Reason));
    }

    [Fact]
    public void Run_ShuffledFile_GivesTheSameSegmentsUnderEveryTreatmentOfMissingCells()
    {
        using TemporaryFolder folder = new();
        string[] lines = GermanFile().TrimEnd('\n').Split('\n');
        string shuffled = string.Join('\n', lines.Skip(1).OrderBy(line => line[^1]).ThenByDescending(line => line, StringComparer.Ordinal).Prepend(lines[0])) + "\n";
        CustomerTable table = CustomerTable.Load(folder.Write("a.csv", GermanFile()));
        CustomerTable other = CustomerTable.Load(folder.Write("b.csv", shuffled));

        foreach (MissingValues missing in new[] { MissingValues.FillMean, MissingValues.KPod })
        {
            SegmentationPipeline pipeline = Pipeline with { Preprocessor = Pipeline.Preprocessor with { Missing = missing } };

            Assert.Equal(SegmentationModel.Of(pipeline.Run(table)).ToJson(), SegmentationModel.Of(pipeline.Run(other)).ToJson());
        }
    }

    [Theory]
    [InlineData("data/online_retail_france.csv", "Quantity,UnitPrice,InvoiceDate")]
    [InlineData("data/Mall_Customers_Genre.csv", "Genre,Age,Spending Score (1-100)")]
    [InlineData("data/Mall_Customers.csv", "Gender,Age,Annual Income (k$),Spending Score (1-100)")]
    public void Fit_PublicFilesWithEveryKindOfColumn_CountsEveryRow(string file, string features)
    {
        CustomerTable table = CustomerTable.Load(Repository.Public(file));
        foreach (MissingValues missing in Enum.GetValues<MissingValues>())
        {
            Preprocessor preprocessor = new() { Features = features.Split(','), Missing = missing };

            FittedPreprocessor fitted = preprocessor.Fit(table);
            PreparedData data = missing == MissingValues.KPod ? fitted.TransformPartly(table).FilledByMeans() : fitted.Transform(table);

            Assert.Equal(table.RowCount, data.Matrix.RowCount + data.Dropped.Count);
            Assert.Empty(data.UnseenLevels);
            Assert.All(PreparationAudit.Of(table, preprocessor).Findings, finding => Assert.NotEmpty(finding.Message));
        }
    }

    private static SegmentationModel Reread(TemporaryFolder folder, SegmentationResult result) =>
        SegmentationModel.Load(folder.Write("model.json", SegmentationModel.Of(result).ToJson()));

    /// <summary>60 customers in three groups; 11 lack one thing each, and one lacks everything.</summary>
    private static string GermanFile()
    {
        StringBuilder text = new("Nr;Genre;Alter;Umsatz;Seit;Größe\n");
        for (int i = 0; i < 60; i++)
        {
            string[] cells =
            [
                i % 2 == 0 ? "Male" : "Female",
                (20 + (i % 3 * 20) + (i / 3 % 5)).ToString(CultureInfo.InvariantCulture),
                $"{Math.Pow(10, i % 3) + (i / 10):0},{i % 10}5",
                $"{1 + (i % 28):00}-{1 + (i % 12):00}-20{15 + (i % 3 * 3)}",
                "SML"[i % 3].ToString(),
            ];
            if (i % 5 == 0)
            {
                cells[i / 5 % 5] = string.Empty;
            }

            text.Append(CultureInfo.InvariantCulture, $"{i + 1:0000};{(i == 55 ? ";;;;" : string.Join(';', cells))}\n");
        }

        return text.ToString();
    }
}
