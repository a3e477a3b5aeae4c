namespace Segmentation;

/// <summary>The plotly.js that a report may load: one version, whose bytes the browser checks against their hash.</summary>
internal static class PlotlyLibrary
{
    /// <summary>The version of the npm package plotly.js-dist-min.</summary>
    public const string Version = "4.1.2";

    /// <summary>The file's name, in the package and beside a report.</summary>
    public const string FileName = "plotly.min.js";

    /// <summary>Who serves the file where there is none beside the report.</summary>
    public const string Host = "cdn.jsdelivr.net";

    /// <summary>The file at that host, of this version only.</summary>
    public const string Address = $"https://{Host}/npm/plotly.js-dist-min@{Version}/{FileName}";

    /// <summary>The file's SHA-384 as browsers take it; another file is not run.</summary>
    public const string Integrity = "sha384-hHv6D3tTUUBpp4tVv6t2Dc3oGuRhphmWOTKUR8jWyN0Pnon1g3iebKCNDNmKmxo8";
}
