using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace Seq2Seq.Host.Scripting.References;

/// <summary>An assembly file as the compiler sees it.</summary>
internal static class MetadataFile
{
    /// <summary>Reads the file's metadata; the file is not kept open.</summary>
    /// <remarks>
    /// The reference has no path on purpose: the compiler writes the version of every reference that has one into the debug information of every
    /// cell, which takes it a tenth of a short cell's time for 160 of them, and nobody reads it.
    /// </remarks>
    public static PortableExecutableReference Reference(string path, DocumentationProvider? documentation = null)
    {
        var module = ModuleMetadata.CreateFromStream(File.OpenRead(path), PEStreamOptions.PrefetchMetadata);
        return AssemblyMetadata.Create(module).GetReference(documentation, display: path);
    }
}
