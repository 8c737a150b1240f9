using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Seq2Seq.Ledger;

/// <summary>
/// Keeps what the notebooks found out about the claims, one JSON file for each notebook, so that the last chapter and
/// the README read the figures that the code produced instead of repeating them by hand.
/// </summary>
public static class ClaimsLedger
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Writes the notebook's findings to <c>folder/NOTEBOOK.json</c>, replacing what it wrote before.</summary>
    /// <param name="notebook">The notebook's file name without its ending, for example <c>10-attention</c>.</param>
    /// <param name="findings">What the notebook measured; each names a claim of <see cref="Claims.All"/>.</param>
    /// <param name="folder">Where the results are kept; a notebook runs in its own folder.</param>
    public static void Write(string notebook, IReadOnlyList<Finding> findings, string folder = "results")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(notebook);
        ArgumentNullException.ThrowIfNull(findings);
        foreach (var finding in findings)
            Check(finding, notebook);

        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, notebook + ".json");
        var partial = path + ".partial";
        File.WriteAllText(partial, JsonSerializer.Serialize(findings, Layout) + "\n", new UTF8Encoding(false));
        File.Move(partial, path, overwrite: true);
    }

    /// <summary>All findings in a folder, by claim, then by notebook.</summary>
    public static IReadOnlyList<Finding> ReadAll(string folder = "results")
    {
        if (!Directory.Exists(folder))
            return [];
        return [.. Directory.EnumerateFiles(folder, "*.json")
            .SelectMany(Read)
            .OrderBy(finding => finding.Claim)
            .ThenBy(finding => finding.Notebook, StringComparer.Ordinal)];
    }

    private static Finding[] Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Finding[]>(File.ReadAllText(path), Layout) ?? [];
        }
        catch (JsonException e)
        {
            throw new InvalidDataException(
                $"{path}, line {e.LineNumber + 1}: not a list of findings. Run its notebook again to write it anew.", e);
        }
    }

    private static void Check(Finding finding, string notebook)
    {
        if (!Claims.All.ContainsKey(finding.Claim))
            throw new ArgumentException($"claim {finding.Claim} does not exist: the ledger holds 1 to {Claims.All.Count}.");
        if (finding.Notebook != notebook)
            throw new ArgumentException($"a finding of '{finding.Notebook}' cannot be written by '{notebook}'.");
    }
}
