namespace Seq2Seq.Host.Notebook;

/// <summary>Text that is HTML.</summary>
public sealed class HtmlContent
{
    internal HtmlContent(string text) => Text = text;

    internal string Text { get; }

    /// <summary>The HTML itself.</summary>
    public override string ToString() => Text;
}
