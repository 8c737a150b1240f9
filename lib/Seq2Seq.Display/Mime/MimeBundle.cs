using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Seq2Seq.Display;

/// <summary>One value in several forms, richest last; text/plain is always there.</summary>
public sealed class MimeBundle : IReadOnlyDictionary<string, string>
{
    private readonly SortedDictionary<string, string> parts = new(StringComparer.Ordinal);

    /// <summary>A bundle that has only the text.</summary>
    /// <param name="text">What a terminal shows.</param>
    public MimeBundle(string text) => parts[MimeTypes.Text] = text ?? "";

    private MimeBundle(SortedDictionary<string, string> from, string mimeType, string content)
    {
        foreach (var part in from)
            parts[part.Key] = part.Value;
        parts[mimeType] = content;
    }

    /// <summary>The same bundle with one form added or replaced.</summary>
    /// <param name="mimeType">A MIME type; see <see cref="MimeTypes"/>.</param>
    /// <param name="content">The value in that form.</param>
    public MimeBundle With(string mimeType, string content)
    {
        ArgumentException.ThrowIfNullOrEmpty(mimeType);
        return new(parts, mimeType, content ?? "");
    }

    /// <summary>The text form.</summary>
    public string Text => parts[MimeTypes.Text];

    /// <inheritdoc/>
    public string this[string key] => parts[key];

    /// <inheritdoc/>
    public IEnumerable<string> Keys => parts.Keys;

    /// <inheritdoc/>
    public IEnumerable<string> Values => parts.Values;

    /// <inheritdoc/>
    public int Count => parts.Count;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => parts.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => parts.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => parts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The text form.</summary>
    public override string ToString() => Text;
}
