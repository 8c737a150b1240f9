using System.Text;

namespace Seq2Seq.Host.Formatting;

/// <summary>Text inside HTML. Only what HTML needs is escaped: other characters stay readable in the file.</summary>
internal static class HtmlText
{
    /// <summary>Escapes &amp;, &lt;, &gt; and quotes.</summary>
    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            switch (character)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '"':
                    escaped.Append("&quot;");
                    break;
                case '\'':
                    escaped.Append("&#39;");
                    break;
                default:
                    escaped.Append(character);
                    break;
            }
        }
        return escaped.ToString();
    }
}
