using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Seq2Seq.Host.Documents;

/// <summary>A notebook: its cells, and everything else just as it was read.</summary>
internal sealed class NotebookDocument
{
    private readonly JsonObject root;

    internal NotebookDocument(JsonObject root, IReadOnlyList<NotebookCell> cells)
    {
        this.root = root;
        Cells = cells;
    }

    /// <summary>All cells in order.</summary>
    public IReadOnlyList<NotebookCell> Cells { get; }

    /// <summary>The first heading of the first Markdown cell; null without one.</summary>
    public string? Title => Cells.Where(cell => cell.Kind == CellKind.Markdown)
        .SelectMany(cell => cell.Source.Split('\n')).Select(line => line.Trim())
        .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();

    /// <summary>The file's text in nbformat 4.5: every cell has an id.</summary>
    public string ToText()
    {
        if (root["nbformat_minor"]!.GetValue<int>() < 5) root["nbformat_minor"] = 5;
        var taken = Cells.Select(cell => cell.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < Cells.Count; i++)
        {
            if (Cells[i].Id is not null) continue;
            // From place and text: the same file gets the same ids wherever it is written.
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{i}\n{Cells[i].Source}")));
            var length = 8;
            while (!taken.Add(hash[..length])) length++;
            Cells[i].SetId(hash[..length]);
        }
        return JsonText.Write(root);
    }

    /// <summary>An independent copy.</summary>
    public NotebookDocument Clone() => NotebookFile.Parse(JsonText.Write(root), "copy");
}
