using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Segmentation.Tests.Display;

namespace Segmentation.Interactive.Tests;

/// <summary>.NET Interactive's own registry of formatters finds those of every type that shows itself.</summary>
public sealed class FormatterTests
{
    public static TheoryData<string> Types => [.. DisplaySamples.Plain.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public void Registry_EveryDisplayableType_ShowsItselfAsHtmlAndAsText(string type)
    {
        IDisplayable sample = DisplaySamples.Plain[type];

        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(sample.GetType()).Order());
        Assert.Equal(sample.ToHtml(), sample.ToDisplayString("text/html"));
        Assert.Equal(sample.ToText(), sample.ToDisplayString("text/plain"));
    }

    [Fact]
    public async Task Kernel_LastExpressionOfACell_IsShownInBothForms()
    {
        using CompositeKernel kernel = [new CSharpKernel()];

        KernelCommandResult result = await kernel.SendAsync(
            new SubmitCode($"#r \"{typeof(CustomerTable).Assembly.Location}\"\nusing Segmentation;\nSampleData.MallCustomers(20)"),
            TestContext.Current.CancellationToken);

        ReturnValueProduced shown = Assert.Single(result.Events.OfType<ReturnValueProduced>());
        CustomerTable customers = SampleData.MallCustomers(20);
        Assert.Equal(
            [("text/html", customers.ToHtml()), ("text/plain", customers.ToText())],
            shown.FormattedValues.Select(value => (value.MimeType, value.Value)).Order());
    }
}
