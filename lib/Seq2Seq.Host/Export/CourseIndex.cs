using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Seq2Seq.Host.Documents;

namespace Seq2Seq.Host.Export;

/// <summary>The table of notebooks in the README and its pictures, read from the notebooks themselves.</summary>
internal static partial class CourseIndex
{
    /// <summary>A cell with this tag gives the notebook's picture; without one it is the first figure.</summary>
    public const string PictureTag = "picture";

    /// <summary>Where the table begins in the README.</summary>
    public const string Begin = "<!-- written by: course export index -->";

    /// <summary>Where it ends.</summary>
    public const string End = "<!-- end of the index -->";

    // The course is planned from 00 to this.
    private const int LastNumber = 26;

    /// <summary>What the index says of one notebook.</summary>
    public sealed record Entry(string Number, string File, string Title, string Question, int Minutes, string Picture);

    /// <summary>Writes table and pictures of the notebooks in <c>ROOT/notebooks</c>; the files that changed.</summary>
    public static IReadOnlyList<string> Write(string root)
    {
        var entries = Read(Path.Combine(root, "notebooks"));
        var wanted = entries.ToDictionary(entry => PicturePath(root, entry), entry => entry.Picture + "\n");
        var readme = Path.Combine(root, "README.md");
        wanted[readme] = InReadme(File.ReadAllText(readme), entries);
        var pictures = Directory.CreateDirectory(Path.Combine(root, "docs", "pictures"));
        foreach (var old in pictures.EnumerateFiles("*.svg").Where(file => !wanted.ContainsKey(file.FullName))) old.Delete();
        var changed = wanted.Where(file => !File.Exists(file.Key) || File.ReadAllText(file.Key) != file.Value).ToArray();
        foreach (var (path, text) in changed) AtomicFile.Write(path, text);
        return [.. changed.Select(file => file.Key)];
    }

    /// <summary>The notebooks of a folder, in order.</summary>
    public static IReadOnlyList<Entry> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal).Select(Of)];

    /// <summary>Where a notebook's picture is kept.</summary>
    public static string PicturePath(string root, Entry entry) => Path.GetFullPath(Path.Combine(root, "docs", "pictures", entry.Number + ".svg"));

    /// <summary>One row of the table.</summary>
    public static string Row(Entry entry) => string.Create(CultureInfo.InvariantCulture,
        $"| [{entry.Number} {entry.Title}](notebooks/{entry.File}) | {entry.Question} | {entry.Minutes} | <a href=\"notebooks/{entry.File}\"><img src=\"docs/pictures/{entry.Number}.svg\" width=\"200\" alt=\"{entry.Title}\"></a> |");

    /// <summary>The README with the table of today.</summary>
    public static string InReadme(string readme, IReadOnlyList<Entry> entries)
    {
        var (begin, end) = (readme.IndexOf(Begin, StringComparison.Ordinal), readme.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin) throw new DocumentException($"README.md: expected the lines {Begin} and {End}; between them goes the table.");
        var table = new StringBuilder(Begin).Append("\n\n| notebook | the question | minutes | a picture from it |\n|---|---|---|---|\n");
        foreach (var entry in entries) table.Append(Row(entry)).Append('\n');
        var planned = Planned([.. entries.Select(entry => int.Parse(entry.Number, CultureInfo.InvariantCulture))]);
        if (planned.Length > 0) table.Append(CultureInfo.InvariantCulture, $"\nPlanned and not written yet: {planned}.\n");
        return readme[..begin] + table.Append('\n') + readme[end..];
    }

    private static Entry Of(string path)
    {
        var cells = NotebookFile.Read(path).Cells;
        var head = cells.Count > 0 ? cells[0].Source : "";
        var file = Path.GetFileName(path);
        string Part(Regex pattern, string expected) => pattern.Match(head) is { Success: true } match
            ? match.Groups[1].Value.Trim()
            : throw new DocumentException($"{file}: the first cell has no '{expected}'.");
        var minutes = int.Parse(Part(Time(), "**Time** about N minutes"), CultureInfo.InvariantCulture);
        return new Entry(file[..2], file, Part(Title(), "# NN · Title"), Part(Question(), "**Question.** ..."), minutes, Picture(file, cells));
    }

    private static string Picture(string file, IReadOnlyList<NotebookCell> cells)
    {
        var tagged = cells.Where(cell => cell.Tags.Contains(PictureTag)).ToArray();
        if (tagged.Length > 1) throw new DocumentException($"{file}: {tagged.Length} cells are tagged '{PictureTag}'; expected one or none.");
        foreach (var output in (tagged.Length == 1 ? tagged : cells).SelectMany(cell => cell.Outputs))
        {
            var html = MultilineText.Read(output!["data"]?["text/html"]) ?? "";
            var (begin, end) = (html.IndexOf("<svg", StringComparison.Ordinal), html.LastIndexOf("</svg>", StringComparison.Ordinal));
            if (begin >= 0 && end > begin) return html[begin..(end + "</svg>".Length)];
        }
        throw new DocumentException($"{file}: {(tagged.Length == 1 ? $"the cell tagged '{PictureTag}' holds" : "its outputs hold")} no figure. Run it with --in-place first.");
    }

    // "06, 09, 11 to 26"
    private static string Planned(HashSet<int> written)
    {
        var ranges = new List<string>();
        for (var i = 0; i <= LastNumber; i++)
        {
            if (written.Contains(i)) continue;
            var first = i;
            while (i < LastNumber && !written.Contains(i + 1)) i++;
            ranges.Add(i == first ? $"{first:00}" : $"{first:00} to {i:00}");
        }
        return string.Join(", ", ranges);
    }

    [GeneratedRegex(@"^# \d\d · (.+)$", RegexOptions.Multiline)]
    private static partial Regex Title();

    [GeneratedRegex(@"^\*\*Question\.\*\* (.+)$", RegexOptions.Multiline)]
    private static partial Regex Question();

    [GeneratedRegex(@"\*\*Time\*\* about (\d+) minutes")]
    private static partial Regex Time();
}
