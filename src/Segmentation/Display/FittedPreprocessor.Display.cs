namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class FittedPreprocessor : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayContent Shown => new DisplayContent()
        .Add(new DisplayTable(
            $"Features, scaled by {ScalingInWords}",
            ["Feature", "Center", "Scale", "Weight", "Missing cells become"],
            Features.Select(feature => new DisplayCell[]
            {
                feature.Name, feature.Center, feature.Scale, feature.Weight, feature.FillValue,
            }),
            "A value becomes (value - center) / scale x weight."))
        .List(Excluded);

    private string ScalingInWords => Scaling switch
    {
        Scaling.Standard => "mean and standard deviation",
        Scaling.MinMax => "minimum and range",
        Scaling.Robust => "median and interquartile range",
        _ => "nothing: original units",
    };
}
