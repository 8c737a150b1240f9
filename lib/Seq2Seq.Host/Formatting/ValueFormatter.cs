namespace Seq2Seq.Host.Formatting;

/// <summary>What a value looks like: MIME type to text. A type's own formatter comes first, then the general rules.</summary>
internal static class ValueFormatter
{
    /// <summary>Everything a front end may choose from; always with <c>text/plain</c>.</summary>
    public static IReadOnlyDictionary<string, string> Format(object? value)
    {
        var forms = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (value is Notebook.HtmlContent html)
        {
            forms["text/html"] = html.Text;
            forms["text/plain"] = html.Text;
            return forms;
        }
        if (value is not null) ConventionFormatters.Format(value, forms);
        var own = forms.Count > 0;
        if (!forms.ContainsKey("text/plain")) forms["text/plain"] = PlainText.Of(value);
        if (!own) forms["text/html"] = Html.Of(value);
        return forms;
    }

    /// <summary>The value as one MIME type, for <c>display(value, mimeType)</c>.</summary>
    public static IReadOnlyDictionary<string, string> Format(object? value, IReadOnlyList<string> mimeTypes)
    {
        if (mimeTypes.Count == 0) return Format(value);
        var all = Format(value);
        var chosen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in mimeTypes) chosen[type] = all.TryGetValue(type, out var text) ? text : value as string ?? Json.Of(value, type) ?? PlainText.Of(value);
        return chosen;
    }
}
