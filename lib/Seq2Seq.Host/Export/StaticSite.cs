using System.Text;
using System.Text.Json.Nodes;
using Seq2Seq.Host.Documents;
using Seq2Seq.Host.Formatting;

namespace Seq2Seq.Host.Export;

/// <summary>Notebooks as a folder of pages that need nothing else: no network, no script, no font.</summary>
internal static class StaticSite
{
    /// <summary>Writes a page per notebook and an index; the answer lists what could not be drawn.</summary>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<(string Path, NotebookDocument Document)> notebooks)
    {
        Directory.CreateDirectory(folder);
        var notes = new List<string>();
        var pages = Names(notebooks.Select(notebook => notebook.Path).ToArray());
        for (var i = 0; i < notebooks.Count; i++)
        {
            var (path, document) = notebooks[i];
            var previous = i > 0 ? (pages[notebooks[i - 1].Path], Title(notebooks[i - 1])) : default;
            var next = i + 1 < notebooks.Count ? (pages[notebooks[i + 1].Path], Title(notebooks[i + 1])) : default;
            AtomicFile.Write(Path.Combine(folder, pages[path]), Page(path, document, pages, previous, next, notes));
        }
        AtomicFile.Write(Path.Combine(folder, "index.html"), Index(notebooks, pages));
        return notes;
    }

    private static string Page(string path, NotebookDocument document, Dictionary<string, string> pages, (string? Page, string Title) previous, (string? Page, string Title) next, List<string> notes)
    {
        var home = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var byFile = pages.ToDictionary(pair => Path.GetFullPath(pair.Key), pair => pair.Value, StringComparer.Ordinal);
        var body = new StringBuilder();
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        var navigation = $"<nav>{Arrow(previous.Page, "← " + previous.Title)}<a href=\"index.html\">Course</a>{Arrow(next.Page, next.Title + " →")}</nav>\n";
        body.Append(navigation).Append("<main>\n");
        foreach (var cell in document.Cells)
        {
            var attachments = cell.Json["attachments"] as JsonObject;
            var markdown = new MarkdownHtml(url => Link(url, home, byFile), url => Image(url, home, attachments));
            switch (cell.Kind)
            {
                case CellKind.Markdown:
                    body.Append("<section class=\"text\">\n").Append(markdown.Convert(cell.Source)).Append("</section>\n");
                    break;
                case CellKind.Code when !string.IsNullOrWhiteSpace(cell.Source):
                    var number = cell.Json["execution_count"] is JsonValue count ? count.ToString() : " ";
                    var code = cell.Language == "csharp" ? CodeHighlighter.ToHtml(cell.Source) : HtmlText.Escape(cell.Source);
                    body.Append(System.Globalization.CultureInfo.InvariantCulture, $"<section class=\"code\"><div class=\"number\">[{number}]</div><pre class=\"source\"><code>{code}</code></pre>\n");
                    if (cell.Outputs.Count > 0) body.Append("<div class=\"outputs\">").Append(OutputHtml.Of(cell.Outputs, markdown)).Append("</div>\n");
                    body.Append("</section>\n");
                    break;
            }
            unknown.UnionWith(markdown.Unknown);
        }
        body.Append("</main>\n").Append(navigation);
        if (unknown.Count > 0) notes.Add($"{path}: formulas hold {string.Join(", ", unknown)}, which is shown as it is written.");
        return Frame(document.Title ?? Path.GetFileNameWithoutExtension(path), body.ToString());
    }

    private static string Index(IReadOnlyList<(string Path, NotebookDocument Document)> notebooks, Dictionary<string, string> pages)
    {
        var body = new StringBuilder("<main>\n<h1>Notebooks</h1>\n<ol class=\"index\">\n");
        foreach (var notebook in notebooks)
        {
            body.Append(System.Globalization.CultureInfo.InvariantCulture, $"<li><a href=\"{HtmlText.Escape(pages[notebook.Path])}\">{HtmlText.Escape(Title(notebook))}</a>");
            if (Question(notebook.Document) is { } question) body.Append(System.Globalization.CultureInfo.InvariantCulture, $"<p>{HtmlText.Escape(question)}</p>");
            body.Append("</li>\n");
        }
        return Frame("Notebooks", body.Append("</ol>\n</main>\n").ToString());
    }

    private static string Frame(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{HtmlText.Escape(title)}</title>
        <style>
        {PageStyle.Text}
        </style>
        </head>
        <body>
        {body}</body>
        </html>

        """.ReplaceLineEndings("\n");

    private static string Title((string Path, NotebookDocument Document) notebook) => notebook.Document.Title ?? Path.GetFileNameWithoutExtension(notebook.Path);

    // The course's notebooks open with "**Question.** ...".
    private static string? Question(NotebookDocument document) => document.Cells.Take(1).SelectMany(cell => cell.Source.Split('\n'))
        .Where(line => line.StartsWith("**Question.**", StringComparison.Ordinal)).Select(line => line["**Question.**".Length..].Trim()).FirstOrDefault();

    private static string Arrow(string? page, string title) => page is null ? "<span></span>" : $"<a href=\"{HtmlText.Escape(page)}\">{HtmlText.Escape(title)}</a>";

    private static Dictionary<string, string> Names(string[] paths)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "index.html" };
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var parent = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)));
            foreach (var candidate in new[] { name, $"{parent}-{name}" }.Concat(Enumerable.Range(2, paths.Length + 1).Select(i => $"{parent}-{name}-{i}")))
            {
                if (!taken.Add(candidate + ".html")) continue;
                names[path] = candidate + ".html";
                break;
            }
        }
        return names;
    }

    private static string? Link(string url, string home, Dictionary<string, string> pages)
    {
        if (url.StartsWith('#') || url.Contains("://", StringComparison.Ordinal) || url.StartsWith("mailto:", StringComparison.Ordinal)) return url;
        var parts = url.Split('#', 2);
        var target = Path.GetFullPath(Uri.UnescapeDataString(parts[0]), home);
        if (pages.TryGetValue(target, out var page)) return parts.Length > 1 ? $"{page}#{parts[1]}" : page;
        return Path.GetFileName(target).Equals("README.md", StringComparison.OrdinalIgnoreCase) ? "index.html" : null;
    }

    private static string Image(string url, string home, JsonObject? attachments)
    {
        if (url.StartsWith("attachment:", StringComparison.Ordinal))
        {
            return attachments?[Uri.UnescapeDataString(url["attachment:".Length..])] is JsonObject { Count: > 0 } forms && forms.First() is var (type, content)
                ? $"data:{type};base64,{MultilineText.Read(content)}" : url;
        }
        if (url.Contains("://", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal)) return url;
        var file = Path.GetFullPath(Uri.UnescapeDataString(url), home);
        var kind = Path.GetExtension(file).ToUpperInvariant() switch { ".PNG" => "image/png", ".JPG" or ".JPEG" => "image/jpeg", ".GIF" => "image/gif", ".SVG" => "image/svg+xml", ".WEBP" => "image/webp", _ => null };
        return kind is not null && File.Exists(file) ? $"data:{kind};base64,{Convert.ToBase64String(File.ReadAllBytes(file))}" : url;
    }
}
