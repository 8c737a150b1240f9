using System.Net;
using System.Text;

namespace Seq2Seq.Display.Tests.Gallery;

/// <summary>One page with every figure: the picture, the plotly form where plotly.js was fetched, the text.</summary>
internal static class GalleryPage
{
    public static string Render()
    {
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Every kind of figure</title>");
        page.Append("<style>:root{color-scheme:light dark}body{font-family:system-ui,sans-serif;margin:16px}section{display:flex;flex-wrap:wrap;gap:16px;align-items:start;margin:0 0 32px}h2{flex-basis:100%;margin:0;font-size:16px}pre{font:11px/1.15 monospace}.plotly-form{width:640px;height:400px}</style>");
        page.Append("<h1>Every kind of figure</h1><p>Plotly's form appears where tests have fetched plotly.js into artifacts/plotly.</p>");
        page.Append("<script src=\"plotly/package/plotly.min.js\"></script>");
        foreach (var (name, make) in Exhibits.All)
        {
            var figure = make();
            page.Append("<section><h2>").Append(name).Append("</h2><div>").Append(figure.ToSvg()).Append("</div><div class=\"plotly-form\" id=\"p-").Append(name)
                .Append("\"></div><details><summary>text</summary><pre>").Append(WebUtility.HtmlEncode(figure.ToText())).Append("</pre></details></section>");
            page.Append("<script>if(window.Plotly){const f=").Append(figure.ToPlotly()).Append(";Plotly.newPlot('p-").Append(name)
                .Append("',f.data,f.layout,{responsive:true,displayModeBar:false})}</script>\n");
        }
        return page.Append("</html>").ToString();
    }
}
