using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Reporting;

public sealed class PlotlyLibraryTests
{
    private static string NodeModules => Repository.PathOf("tests", "Segmentation.Tests", "node_modules", "plotly.js-dist-min");

    [Fact]
    public void Integrity_IsTheHashOfTheFileInThePackageOfThatVersion()
    {
        string file = Path.Combine(NodeModules, PlotlyLibrary.FileName);
        Browser.Require(file, "plotly.js is not installed; run npm ci in tests/Segmentation.Tests.");

        JsonNode package = JsonNode.Parse(File.ReadAllText(Path.Combine(NodeModules, "package.json")))!;

        Assert.Equal(PlotlyLibrary.Version, package["version"]!.GetValue<string>());
        Assert.Equal(PlotlyLibrary.Integrity, $"sha384-{Convert.ToBase64String(SHA384.HashData(File.ReadAllBytes(file)))}");
    }
}
