using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Seq2Seq.Host.Running;

/// <summary>A run as JUnit XML: a suite per notebook, a case per cell.</summary>
internal static class JUnitReport
{
    /// <summary>Writes the file, folders included.</summary>
    public static void Write(string path, IReadOnlyList<NotebookResult> results)
    {
        var suites = results.Select(Suite).ToArray();
        var root = new XElement("testsuites",
            new XAttribute("tests", suites.Sum(suite => (int)suite.Attribute("tests")!)),
            new XAttribute("failures", suites.Sum(suite => (int)suite.Attribute("failures")!)),
            new XAttribute("time", Seconds(results.Aggregate(TimeSpan.Zero, (sum, result) => sum + result.Elapsed))),
            suites);
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        var settings = new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), CheckCharacters = false };
        using var writer = XmlWriter.Create(path, settings);
        root.Save(writer);
    }

    private static XElement Suite(NotebookResult result)
    {
        var cases = result.Cells.Select(cell => Case(result.Path, cell)).ToList();
        // What belongs to no cell: an unreadable file, a process that did not start, an interrupted run.
        if (result.Status != NotebookStatus.Passed && !result.Cells.Any(cell => cell.Error is not null || cell.Differences.Count > 0))
            cases.Add(new XElement("testcase", new XAttribute("classname", result.Path), new XAttribute("name", "notebook"), new XAttribute("time", "0"),
                new XElement("failure", new XAttribute("message", Clean(result.Problem ?? "")))));
        return new XElement("testsuite",
            new XAttribute("name", result.Mode.ToString() is { Length: > 0 } mode ? $"{result.Path} [{mode}]" : result.Path),
            new XAttribute("tests", cases.Count),
            new XAttribute("failures", cases.Count(item => item.Element("failure") is not null)),
            new XAttribute("time", Seconds(result.Elapsed)),
            cases);
    }

    private static XElement Case(string notebook, CellRecord cell)
    {
        var item = new XElement("testcase",
            new XAttribute("classname", notebook),
            new XAttribute("name", string.Create(CultureInfo.InvariantCulture, $"{cell.Name} (cell {cell.Position})")),
            new XAttribute("time", Seconds(cell.Elapsed)));
        if (cell.Error is { } error)
            item.Add(new XElement("failure", new XAttribute("type", error.Name), new XAttribute("message", Clean(error.Value)), Clean(string.Join('\n', error.Traceback))));
        else if (cell.Differences.Count > 0)
            item.Add(new XElement("failure", new XAttribute("type", "Differs"), new XAttribute("message", "The outputs are not the committed ones."), Clean(string.Join('\n', cell.Differences))));
        return item;
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    // XML has no control characters.
    private static string Clean(string text) => string.Concat(text.Where(character => character is '\n' or '\t' || XmlConvert.IsXmlChar(character) || char.IsSurrogate(character)));
}
