using Microsoft.CodeAnalysis;

namespace Seq2Seq.Host.Scripting.References;

/// <summary>The shared framework this process runs on, as the compiler sees it. Read once per process.</summary>
internal static class FrameworkAssemblies
{
    private static readonly string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly string? documentation = DocumentationFolder();
    private static readonly Dictionary<string, MetadataReference> references = new(StringComparer.Ordinal);

    /// <summary>Assembly name to file.</summary>
    public static IReadOnlyDictionary<string, string> Paths { get; } = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Where(path => Path.GetDirectoryName(path) == folder)
        .DistinctBy(Path.GetFileName)
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>The compiler's view of a framework file, with its documentation where an SDK brings it.</summary>
    public static MetadataReference Reference(string path)
    {
        lock (references)
        {
            if (!references.TryGetValue(path, out var reference))
            {
                var xml = documentation is null ? null : Path.Combine(documentation, Path.GetFileNameWithoutExtension(path) + ".xml");
                references[path] = reference = MetadataFile.Reference(path, FromFile(xml));
            }
            return reference;
        }
    }

    /// <summary>The documentation beside an assembly.</summary>
    public static DocumentationProvider? Documentation(string path) => FromFile(Path.ChangeExtension(path, ".xml"));

    /// <summary>A framework member's documentation by its id. Core types are documented under the names of their facades: all are searched.</summary>
    public static string? FindDocumentation(string? id)
    {
        if (id is null || documentation is null) return null;
        return Directory.EnumerateFiles(documentation, "System.*.xml").Order(StringComparer.Ordinal)
            .Select(file => XmlFileDocumentation.Find(file, id)).FirstOrDefault(found => found is not null);
    }

    private static XmlFileDocumentation? FromFile(string? xml) =>
        xml is not null && File.Exists(xml) ? new XmlFileDocumentation(xml) : null;

    // .../shared/Microsoft.NETCore.App/10.0.x/ beside .../packs/Microsoft.NETCore.App.Ref/10.0.y/ref/net10.0/
    private static string? DocumentationFolder()
    {
        var root = Path.GetFullPath(Path.Combine(folder, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        if (!Directory.Exists(root)) return null;
        return Directory.EnumerateDirectories(root)
            .Select(pack => Path.Combine(pack, "ref", $"net{Environment.Version.Major}.{Environment.Version.Minor}"))
            .Where(Directory.Exists)
            .Order(StringComparer.Ordinal)
            .LastOrDefault();
    }
}
