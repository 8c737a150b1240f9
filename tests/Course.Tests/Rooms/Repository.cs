using System.Runtime.CompilerServices;

namespace Course.Tests.Rooms;

/// <summary>The sources of this repository, as these tests were built from them.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Lib => Path.Combine(Root, "lib");

    /// <summary>Every C# file of a folder, by its path from it with forward slashes.</summary>
    public static IEnumerable<(string Path, string[] Lines)> Sources(string folder) => Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Select(file => (Path: System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
        .Where(source => !source.Path.Split('/').Any(part => part is "obj" or "bin" or "node_modules"))
        .OrderBy(source => source.Path, StringComparer.Ordinal)
        .Select(source => (source.Path, File.ReadAllLines(source.File)));

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Seq2Seq.Notebooks.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException($"No folder above {here} holds Seq2Seq.Notebooks.sln.");
        return folder.FullName;
    }
}
