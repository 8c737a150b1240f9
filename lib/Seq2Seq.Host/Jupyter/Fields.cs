using System.Text.Json;

namespace Seq2Seq.Host.Jupyter;

/// <summary>Reads the fields of a JSON object that came from outside: each has the right type or the message is bad.</summary>
internal readonly struct Fields(JsonElement element, string part)
{
    /// <summary>A text that has to be there.</summary>
    public string RequiredText(string name) => Text(name) ?? throw new BadMessageException($"The {part} has no {name}.");

    /// <summary>A text, or null where it is missing.</summary>
    public string? Text(string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            throw Wrong(name, "a text");
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            throw Wrong(name, "a text of valid Unicode");
        }
    }

    /// <summary>A truth value, or the default where it is missing.</summary>
    public bool Flag(string name, bool otherwise)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return otherwise;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name, "true or false");
    }

    /// <summary>A whole number, or null where it is missing.</summary>
    public int? Number(string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw Wrong(name, "a whole number");
    }

    /// <summary>The texts of an object whose values are all texts; empty where it is missing.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Texts(string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return [];
        if (value.ValueKind != JsonValueKind.Object)
            throw Wrong(name, "an object of texts");
        var texts = new List<KeyValuePair<string, string>>();
        foreach (var property in value.EnumerateObject())
            texts.Add(new(property.Name, new Fields(value, $"{part}'s {name}").RequiredText(property.Name)));
        return texts;
    }

    private BadMessageException Wrong(string name, string expected) => new($"The {part}'s {name} is not {expected}.");
}
