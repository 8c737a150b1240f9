namespace Seq2Seq.Display;

/// <summary>The MIME types a value can show itself as.</summary>
public static class MimeTypes
{
    /// <summary>Plain text; every value has it.</summary>
    public const string Text = "text/plain";

    /// <summary>An HTML fragment.</summary>
    public const string Html = "text/html";

    /// <summary>Markdown.</summary>
    public const string Markdown = "text/markdown";

    /// <summary>A static vector picture.</summary>
    public const string Svg = "image/svg+xml";

    /// <summary>A plotly.js figure as JSON, for front ends that can make it interactive.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";
}
