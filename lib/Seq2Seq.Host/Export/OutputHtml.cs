using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Seq2Seq.Host.Documents;
using Seq2Seq.Host.Export.Formulas;
using Seq2Seq.Host.Formatting;

namespace Seq2Seq.Host.Export;

/// <summary>Stored outputs as HTML: of each, the richest form a static page can show.</summary>
internal static partial class OutputHtml
{
    /// <summary>All outputs of a cell.</summary>
    public static string Of(JsonArray outputs, MarkdownHtml markdown)
    {
        var html = new StringBuilder();
        foreach (var output in outputs.OfType<JsonObject>())
        {
            switch (output["output_type"]?.GetValue<string>())
            {
                case "stream":
                    html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<pre class=\"{(output["name"]?.GetValue<string>() == "stderr" ? "stderr" : "stdout")}\">{Text(MultilineText.Read(output["text"]))}</pre>\n");
                    break;
                case "error":
                    var lines = (output["traceback"] as JsonArray ?? []).Select(line => line?.ToString());
                    html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<pre class=\"error\">{Text(string.Join('\n', lines))}</pre>\n");
                    break;
                default:
                    if (output["data"] is JsonObject data) html.Append("<div class=\"shown\">").Append(Data(data, markdown)).Append("</div>\n");
                    break;
            }
        }
        return html.ToString();
    }

    private static string Data(JsonObject data, MarkdownHtml markdown)
    {
        if (Get("text/html") is { } html) return html;
        if (Get("image/svg+xml") is { } svg) return svg[Math.Max(0, svg.IndexOf("<svg", StringComparison.Ordinal))..];
        foreach (var type in new[] { "image/png", "image/jpeg", "image/gif", "image/webp" })
        {
            if (Get(type) is { } image) return $"<img alt=\"\" src=\"data:{type};base64,{string.Concat(image.Where(character => !char.IsWhiteSpace(character)))}\">";
        }
        if (Get("text/markdown") is { } text) return markdown.Convert(text);
        if (Get("text/latex") is { } latex) return LatexMath.Convert(latex.Trim().Trim('$'), true, out _);
        if (Get("text/plain") is { } plain) return $"<pre>{Text(plain)}</pre>";
        return string.Concat(data.Select(form => $"<pre>{Text(MultilineText.Read(form.Value) ?? form.Value?.ToJsonString())}</pre>"));

        string? Get(string type) => MultilineText.Read(data[type]);
    }

    private static string Text(string? text) => HtmlText.Escape(Colours().Replace(text ?? "", ""));

    // Other kernels colour their tracebacks.
    [GeneratedRegex("\u001b\\[[0-9;]*[A-Za-z]")]
    private static partial Regex Colours();
}
