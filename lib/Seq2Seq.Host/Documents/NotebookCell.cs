using System.Text.Json.Nodes;

namespace Seq2Seq.Host.Documents;

/// <summary>What a cell is.</summary>
internal enum CellKind
{
    /// <summary>Runs.</summary>
    Code,

    /// <summary>Is read.</summary>
    Markdown,

    /// <summary>Is left alone.</summary>
    Raw,
}

/// <summary>A view of one cell's JSON; what it doesn't know stays as it is.</summary>
internal sealed class NotebookCell(JsonObject json, string defaultLanguage)
{
    /// <summary>A failing cell that is meant to fail.</summary>
    public const string RaisesExceptionTag = "raises-exception";

    /// <summary>A cell whose outputs differ from run to run.</summary>
    public const string VolatileTag = "volatile";

    /// <summary>The cell as it stands in the file.</summary>
    public JsonObject Json { get; } = json;

    public CellKind Kind => Json["cell_type"]!.GetValue<string>() switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        _ => CellKind.Raw,
    };

    public string? Id => Json["id"]?.GetValue<string>();

    public string Source => MultilineText.Read(Json["source"]) ?? "";

    /// <summary>Jupyter's tags.</summary>
    public IReadOnlyList<string> Tags => Json["metadata"] is JsonObject metadata && metadata["tags"] is JsonArray tags
        ? [.. tags.Where(tag => tag?.GetValueKind() == System.Text.Json.JsonValueKind.String).Select(tag => tag!.GetValue<string>())] : [];

    public bool RaisesException => Tags.Contains(RaisesExceptionTag);

    public bool IsVolatile => Tags.Contains(VolatileTag);

    /// <summary>The language a code cell is in: first line, then VS Code's metadata, then the older ones, then the notebook's.</summary>
    public string Language
    {
        get
        {
            var first = Source.Split('\n')[0].Trim();
            if (first is "#!csharp" or "#!html" or "#!markdown" or "#!mermaid") return first[2..];
            return Name("polyglot_notebook", "kernelName") ?? Name("dotnet_interactive", "language") ?? defaultLanguage;
        }
    }

    /// <summary>The source with its language on top where that isn't C#.</summary>
    public string Runnable => Language is "csharp" || Source.StartsWith("#!" + Language, StringComparison.Ordinal) ? Source : $"#!{Language}\n{Source}";

    /// <summary>The outputs of a code cell, as nbformat has them.</summary>
    public JsonArray Outputs => Json["outputs"] as JsonArray ?? [];

    /// <summary>Replaces outputs and number.</summary>
    public void SetOutputs(JsonArray outputs, int? executionCount)
    {
        Put("execution_count", executionCount is { } count ? JsonValue.Create(count) : null);
        Put("outputs", outputs);
    }

    private void Put(string key, JsonNode? value)
    {
        var index = Json.IndexOf(key);
        if (index >= 0) Json.SetAt(index, value);
        else Json.Insert(SortedPlace(key), key, value);
    }

    /// <summary>Gives the cell an id, where nbformat's sorted keys have it.</summary>
    public void SetId(string id) => Json.Insert(SortedPlace("id"), "id", id);

    private int SortedPlace(string key)
    {
        var place = 0;
        while (place < Json.Count && string.CompareOrdinal(Json.GetAt(place).Key, key) < 0) place++;
        return place;
    }

    private string? Name(string section, string key) =>
        Json["metadata"] is JsonObject metadata && metadata[section] is JsonObject named && named[key] is JsonValue value
        && value.TryGetValue<string>(out var name) && name.Length > 0 ? name : null;
}
