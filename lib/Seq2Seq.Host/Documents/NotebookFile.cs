using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Seq2Seq.Host.Documents;

/// <summary>Reads <c>.ipynb</c> (nbformat 4) and <c>.dib</c>, writes <c>.ipynb</c>.</summary>
internal static class NotebookFile
{
    private static readonly UTF8Encoding strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The notebook in a file.</summary>
    /// <exception cref="DocumentException">It can't be read; with the place.</exception>
    public static NotebookDocument Read(string path)
    {
        string text;
        try
        {
            text = strict.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException exception)
        {
            throw new DocumentException($"{path}: byte {exception.Index} is not UTF-8. Save the file as UTF-8.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException($"{path}: {exception.Message}");
        }
        return path.EndsWith(".dib", StringComparison.OrdinalIgnoreCase) ? DibFormat.Parse(text, path) : Parse(text, path);
    }

    /// <summary>The notebook in a JSON text.</summary>
    public static NotebookDocument Parse(string text, string name)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new DocumentException($"{name}: the file is empty. A notebook is a JSON object with cells.");
        if (text.Contains("\n<<<<<<< ", StringComparison.Ordinal))
            throw new DocumentException($"{name}: line {text[..text.IndexOf("\n<<<<<<< ", StringComparison.Ordinal)].Count(c => c == '\n') + 2}: an unresolved merge conflict. Resolve it first.");
        if (JsonText.Parse(text, name) is not JsonObject root) throw new DocumentException($"{name}: a notebook is a JSON object, this is not one.");
        if (root["nbformat"] is not JsonValue format || !format.TryGetValue<int>(out var major))
            throw new DocumentException($"{name}: nbformat is missing: this is not a Jupyter notebook.");
        if (major != 4) throw new DocumentException($"{name}: nbformat is {major}, this host reads 4. Convert it with: jupyter nbconvert --to notebook --nbformat 4.");
        if (root["nbformat_minor"] is not JsonValue minor || !minor.TryGetValue<int>(out _)) throw new DocumentException($"{name}: nbformat_minor is missing or not a number.");
        if (root["cells"] is not JsonArray cells) throw new DocumentException($"{name}: cells is missing or not a list.");
        if (root["metadata"] is not (null or JsonObject)) throw new DocumentException($"{name}: metadata is not an object.");
        var language = DefaultLanguage(root["metadata"] as JsonObject, cells);
        return new NotebookDocument(root, [.. cells.Select((cell, index) => Cell(cell, $"{name}: cells[{index}]", language))]);
    }

    /// <summary>Writes a notebook whole or not at all.</summary>
    public static void Write(string path, NotebookDocument document) => AtomicFile.Write(path, document.ToText());

    private static NotebookCell Cell(JsonNode? node, string place, string language)
    {
        if (node is not JsonObject cell) throw new DocumentException($"{place} is not an object.");
        if (cell["cell_type"] is not JsonValue kind || !kind.TryGetValue<string>(out var type)) throw new DocumentException($"{place}: cell_type is missing.");
        if (type is not ("code" or "markdown" or "raw")) throw new DocumentException($"{place}: cell_type is \"{type}\", expected code, markdown or raw.");
        if (MultilineText.Read(cell["source"]) is null) throw new DocumentException($"{place}: source is missing, or neither a string nor a list of strings.");
        if (cell["metadata"] is not (null or JsonObject)) throw new DocumentException($"{place}: metadata is not an object.");
        if (cell["outputs"] is not (null or JsonArray)) throw new DocumentException($"{place}: outputs is not a list.");
        if (cell["id"] is { } id && id.GetValueKind() != JsonValueKind.String) throw new DocumentException($"{place}: id is not a string.");
        return new NotebookCell(cell, language);
    }

    private static string DefaultLanguage(JsonObject? metadata, JsonArray cells)
    {
        var named = Text(metadata, "polyglot_notebook", "kernelInfo", "defaultKernelName")
            ?? Text(metadata, "dotnet_interactive", "defaultKernelName")
            ?? Text(metadata, "kernelspec", "language")
            // Without a kernel language_info says little: VS Code's editor leaves there what it had been before.
            ?? (cells.Any(IsOfInteractive) ? null : Text(metadata, "language_info", "name")) ?? "csharp";
        return named.ToUpperInvariant() switch
        {
            "C#" or "CSHARP" or "DOTNET-INTERACTIVE.CSHARP" or "POLYGLOT-NOTEBOOK" => "csharp",
            _ => named.Split('.')[^1].ToLowerInvariant(),
        };
    }

    private static bool IsOfInteractive(JsonNode? cell) => cell is JsonObject json && json["metadata"] is JsonObject metadata
        && (metadata["polyglot_notebook"] is JsonObject || metadata["dotnet_interactive"] is JsonObject || Text(metadata, "vscode", "languageId") == "polyglot-notebook");

    private static string? Text(JsonObject? start, params string[] path)
    {
        JsonNode? node = start;
        foreach (var key in path)
        {
            if (node is not JsonObject map) return null;
            node = map[key];
        }
        return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
    }
}
