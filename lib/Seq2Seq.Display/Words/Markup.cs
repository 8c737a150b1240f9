using System.Text;

namespace Seq2Seq.Display.Words;

/// <summary>Text inside XML and HTML.</summary>
internal static class Markup
{
    /// <summary>Text made inert, with what XML cannot hold replaced.</summary>
    public static void Escape(StringBuilder into, string content)
    {
        foreach (var rune in content.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '<':
                    into.Append("&lt;");
                    break;
                case '>':
                    into.Append("&gt;");
                    break;
                case '&':
                    into.Append("&amp;");
                    break;
                case '"':
                    into.Append("&quot;");
                    break;
                case '\t' or '\n' or '\r':
                    into.Append(' ');
                    break;
                case < 0x20 or (>= 0x7F and < 0xA0) or 0xFFFE or 0xFFFF:
                    into.Append('\uFFFD');
                    break;
                default:
                    into.Append(rune.ToString());
                    break;
            }
        }
    }
}
