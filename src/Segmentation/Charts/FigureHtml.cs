using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Segmentation;

/// <summary>A figure as an HTML fragment.</summary>
internal static class FigureHtml
{
    /// <summary>
    /// Draws the figure of one mark, here and in its copies, once Plotly is there: at once, when the page has loaded,
    /// or from an address. The picture goes only when the chart stands, and stays where a chart needs WebGL that is not there.
    /// </summary>
    private const string Script = """
        (function(){
        var mark="MARK",address=ADDRESS,waiting=false;
        function draw(){
        if(!window.Plotly)return false;
        document.querySelectorAll('[data-segmentation-figure="'+mark+'"]').forEach(function(figure){
        var image=figure.querySelector("img"),json=figure.querySelector('script[type="application/json"]');
        if(!image||!json||figure.querySelector("div"))return;
        var chart=document.createElement("div");
        chart.setAttribute("role","group");chart.setAttribute("aria-label",image.alt);
        figure.insertBefore(chart,image);
        try{
        var plot=JSON.parse(json.textContent);
        if(plot.layout.scene&&!document.createElement("canvas").getContext("webgl")){chart.remove();return;}
        Promise.resolve(window.Plotly.newPlot(chart,plot.data,plot.layout,{responsive:true,displaylogo:false}))
        .then(function(){image.remove();},function(){chart.remove();});
        }catch(error){chart.remove();}
        });
        return true;
        }
        if(draw())return;
        if(address){
        var loader=document.createElement("script");
        loader.src=address;loader.onload=draw;document.head.appendChild(loader);
        }else if(document.readyState!=="complete"){window.addEventListener("load",draw);}
        })();
        """;

    public static string ImgTag(Figure figure)
    {
        string picture = Convert.ToBase64String(Encoding.UTF8.GetBytes(figure.ToSvg()));
        string alt = WebUtility.HtmlEncode($"{figure.Layout.Title}. {figure.Description}");
        return $"<img src=\"data:image/svg+xml;base64,{picture}\" alt=\"{alt}\" style=\"max-width:100%;height:auto\">";
    }

    /// <param name="figure">What is shown.</param>
    /// <param name="plotlyAddress">Where plotly.js may be loaded from; null: only from the page itself.</param>
    public static string Fragment(Figure figure, string? plotlyAddress)
    {
        string json = figure.ToPlotlyJson();
        string mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)).AsSpan(0, 8));
        string address = plotlyAddress is null ? "null" : $"\"{JavaScriptEncoder.Default.Encode(plotlyAddress)}\"";
        string script = Script
            .Replace("MARK", mark, StringComparison.Ordinal)
            .Replace("ADDRESS", address, StringComparison.Ordinal);
        return $"""
            <figure data-segmentation-figure="{mark}" style="margin:0">
            {ImgTag(figure)}
            <script type="application/json">{json}</script>
            <script>{script}</script>
            </figure>

            """.ReplaceLineEndings("\n");
    }
}
