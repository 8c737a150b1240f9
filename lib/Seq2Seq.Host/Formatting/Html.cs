using System.Collections;
using System.Globalization;
using System.Text;

namespace Seq2Seq.Host.Formatting;

/// <summary>Values as HTML: scalars preformatted, sequences, dictionaries and objects as tables. No styles: the page has its own.</summary>
internal static class Html
{
    private const int DepthLimit = 3;

    /// <summary>The HTML of any value.</summary>
    public static string Of(object? value)
    {
        var html = new StringBuilder();
        Write(html, value, 0);
        return html.ToString();
    }

    private static void Write(StringBuilder html, object? value, int depth)
    {
        if (Scalar.Of(value) is { } scalar)
        {
            if (depth == 0) html.Append("<pre>").Append(Escape(scalar)).Append("</pre>");
            else html.Append(Escape(scalar));
            return;
        }
        if (value is Notebook.HtmlContent content)
        {
            html.Append(content.Text);
            return;
        }
        var forms = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (depth > 0) ConventionFormatters.Format(value!, forms);
        if (forms.TryGetValue("text/html", out var own)) html.Append(own);
        else if (value is Exception exception) html.Append("<pre>").Append(Escape(PlainText.ExceptionText(exception))).Append("</pre>");
        else if (value is Task task) WriteTask(html, task, depth);
        else if (depth >= DepthLimit) html.Append(Escape(PlainText.Of(value)));
        else if (Members.Entries(value!) is { } entries) WriteEntries(html, entries, PlainText.CountOf(value!), depth);
        else if (value is Array { Rank: 2 } grid) WriteGrid(html, grid, depth);
        else if (value is IEnumerable sequence and not Array { Rank: > 1 }) WriteSequence(html, sequence, depth);
        else if (Members.IsTuple(value!, out _) || Members.Of(value!.GetType()).Length == 0) html.Append(depth == 0 ? $"<pre>{Escape(PlainText.Of(value))}</pre>" : Escape(PlainText.Of(value)));
        else WriteMembers(html, value, depth);
    }

    private static void WriteTask(StringBuilder html, Task task, int depth)
    {
        html.Append("<div>").Append(Escape(PlainText.TaskName(task)));
        if (PlainText.TaskResult(task, out var result)) Write(html.Append(": "), result, depth + 1);
        html.Append("</div>");
    }

    private static void WriteEntries(StringBuilder html, IEnumerable<(object? Key, object? Value)> entries, int count, int depth)
    {
        html.Append("<table><thead><tr><th>key</th><th>value</th></tr></thead><tbody>");
        var index = 0;
        foreach (var (key, value) in entries)
        {
            if (index++ == PlainText.SequenceLimit)
            {
                html.Append("<tr><td colspan=\"2\">").Append(PlainText.More(count)).Append("</td></tr>");
                break;
            }
            html.Append("<tr>");
            Cell(html, key, depth);
            Cell(html, value, depth);
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
    }

    private static void WriteSequence(StringBuilder html, IEnumerable sequence, int depth)
    {
        var elements = new List<object?>();
        var more = false;
        foreach (var element in sequence)
        {
            more = elements.Count == PlainText.SequenceLimit;
            if (more) break;
            elements.Add(element);
        }
        if (elements.Count == 0)
        {
            html.Append("<i>(empty)</i>");
            return;
        }
        // Objects of one type line up as columns.
        var first = elements[0]?.GetType();
        var members = first is not null && elements.All(element => element?.GetType() == first) && HasColumns(elements[0]!) ? Members.Of(first) : [];
        html.Append("<table><thead><tr><th>index</th>");
        if (members.Length == 0) html.Append("<th>value</th>");
        foreach (var (name, _) in members) html.Append("<th>").Append(Escape(name)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        for (var i = 0; i < elements.Count; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{i}</td>");
            if (members.Length == 0) Cell(html, elements[i], depth);
            foreach (var (_, read) in members) Cell(html, Members.Read(read, elements[i]!), depth);
            html.Append("</tr>");
        }
        if (more) html.Append(CultureInfo.InvariantCulture, $"<tr><td colspan=\"{Math.Max(2, members.Length + 1)}\">{PlainText.More(PlainText.CountOf(sequence))}</td></tr>");
        html.Append("</tbody></table>");
    }

    private static bool HasColumns(object element)
    {
        if (Scalar.Of(element) is not null || element is IEnumerable or Exception or Task || Members.IsTuple(element, out _)) return false;
        var forms = new SortedDictionary<string, string>(StringComparer.Ordinal);
        ConventionFormatters.Format(element, forms);
        return forms.Count == 0;
    }

    private static void WriteGrid(StringBuilder html, Array grid, int depth)
    {
        var rows = Math.Min(grid.GetLength(0), PlainText.SequenceLimit);
        var columns = Math.Min(grid.GetLength(1), PlainText.SequenceLimit);
        html.Append("<table><tbody>");
        for (var row = 0; row < rows; row++)
        {
            html.Append("<tr>");
            for (var column = 0; column < columns; column++) Cell(html, grid.GetValue(row + grid.GetLowerBound(0), column + grid.GetLowerBound(1)), depth);
            if (columns < grid.GetLength(1)) html.Append("<td>").Append(PlainText.More(grid.GetLength(1))).Append("</td>");
            html.Append("</tr>");
        }
        if (rows < grid.GetLength(0)) html.Append(CultureInfo.InvariantCulture, $"<tr><td colspan=\"{columns}\">{PlainText.More(grid.GetLength(0))}</td></tr>");
        html.Append("</tbody></table>");
    }

    private static void WriteMembers(StringBuilder html, object value, int depth)
    {
        html.Append("<table>");
        if (!Scripting.TypeNames.IsAnonymous(value.GetType()))
            html.Append("<thead><tr><th colspan=\"2\">").Append(Escape(Scripting.TypeNames.Short(value.GetType()))).Append("</th></tr></thead>");
        html.Append("<tbody>");
        foreach (var (name, read) in Members.Of(value.GetType()))
        {
            html.Append("<tr><td>").Append(Escape(name)).Append("</td>");
            Cell(html, Members.Read(read, value), depth);
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
    }

    private static void Cell(StringBuilder html, object? value, int depth)
    {
        html.Append("<td>");
        Write(html, value, depth + 1);
        html.Append("</td>");
    }

    private static string Escape(string text) => HtmlText.Escape(text);
}
