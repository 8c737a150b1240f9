using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Seq2Seq.Host.Scripting.References;

/// <summary>The documentation file beside an assembly, searched when somebody asks.</summary>
internal sealed class XmlFileDocumentation(string path) : DocumentationProvider
{
    /// <summary>The member element of a documentation id; null if the file has none.</summary>
    public static string? Find(string file, string id)
    {
        var text = File.ReadAllText(file);
        var start = text.IndexOf($"<member name=\"{id}\">", StringComparison.Ordinal);
        return start < 0 ? null : text[start..(text.IndexOf("</member>", start, StringComparison.Ordinal) + "</member>".Length)];
    }

    public override bool Equals(object? obj) => obj is XmlFileDocumentation other && other.Path == path;

    public override int GetHashCode() => path.GetHashCode(StringComparison.Ordinal);

    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        Find(path, documentationMemberID);

    private string Path => path;
}
