namespace Seq2Seq.Host.Running;

/// <summary>From what stands on the command line to notebook files.</summary>
internal static class NotebookPaths
{
    /// <summary>Files as they are, folders by all notebooks below them in name order; without any, the course's own.</summary>
    /// <exception cref="FileNotFoundException">There is no such file or folder, or a folder without a notebook.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> paths)
    {
        if (paths.Count == 0)
        {
            paths = Directory.Exists("notebooks") ? ["notebooks"]
                : throw new FileNotFoundException("No notebook is named and there is no folder notebooks here. Name files or folders: course run PATHS.");
        }
        var files = new List<string>();
        foreach (var path in paths)
        {
            if (File.Exists(path))
            {
                if (!IsNotebook(path)) throw new FileNotFoundException($"{path} is no notebook: expected .ipynb or .dib.");
                files.Add(path);
            }
            else if (Directory.Exists(path))
            {
                var found = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                    .Where(file => IsNotebook(file) && !Path.GetRelativePath(path, file).Split('/', '\\').Any(part => part.StartsWith('.')))
                    .Order(StringComparer.Ordinal).ToArray();
                if (found.Length == 0) throw new FileNotFoundException($"{path} holds no notebook.");
                files.AddRange(found);
            }
            else
            {
                throw new FileNotFoundException($"{path} does not exist.");
            }
        }
        return [.. files.DistinctBy(Path.GetFullPath)];
    }

    private static bool IsNotebook(string path) => Path.GetExtension(path).ToUpperInvariant() is ".IPYNB" or ".DIB";
}
