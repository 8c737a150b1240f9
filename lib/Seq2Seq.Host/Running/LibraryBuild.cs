using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Seq2Seq.Host.Documents;

namespace Seq2Seq.Host.Running;

/// <summary>
/// Builds what notebooks reference by <c>#r ".../artifacts/bin/NAME/release/..."</c> where the project <c>lib/NAME</c> stands beside.
/// </summary>
internal static partial class LibraryBuild
{
    /// <summary>The project files to build; those that another of them builds anyway are left out.</summary>
    public static IReadOnlyList<string> ProjectsOf(IEnumerable<string> notebooks)
    {
        var projects = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var notebook in notebooks)
        {
            NotebookDocument document;
            try
            {
                document = NotebookFile.Read(notebook);
            }
            catch (DocumentException)
            {
                continue;
            }
            var folder = Path.GetDirectoryName(Path.GetFullPath(notebook))!;
            foreach (Match match in document.Cells.Where(cell => cell.Kind == CellKind.Code).SelectMany(cell => Reference().Matches(cell.Source)))
            {
                var artifact = Artifact().Match(Path.GetFullPath(match.Groups[1].Value, folder).Replace('\\', '/'));
                if (!artifact.Success) continue;
                var name = artifact.Groups["project"].Value;
                var project = Path.Combine(artifact.Groups["root"].Value, "lib", name, name + ".csproj");
                if (File.Exists(project)) projects.Add(project);
            }
        }
        var built = projects.SelectMany(References).ToHashSet(StringComparer.Ordinal);
        return [.. projects.Where(project => !built.Contains(project))];
    }

    /// <summary>Builds the projects; null if all went well, the compiler's errors otherwise.</summary>
    public static async Task<string?> Build(IReadOnlyList<string> projects, CancellationToken cancellation)
    {
        foreach (var project in projects)
        {
            var start = new ProcessStartInfo(DotnetHost.Path) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(project)! };
            foreach (var argument in new[] { "build", project, "-c", "Release", "-v", "quiet", "-nologo" }) start.ArgumentList.Add(argument);
            using var process = Process.Start(start) ?? throw new InvalidOperationException($"{DotnetHost.Path} could not be started.");
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            if (process.ExitCode == 0) continue;
            var lines = (output + await errors.ConfigureAwait(false)).Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct().Take(20);
            return $"{project} does not build:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}";
        }
        return null;
    }

    private static IEnumerable<string> References(string project)
    {
        foreach (var reference in XDocument.Load(project).Descendants("ProjectReference"))
        {
            var path = Path.GetFullPath(reference.Attribute("Include")!.Value.Replace('\\', '/'), Path.GetDirectoryName(project)!);
            yield return path;
            if (!File.Exists(path)) continue;
            foreach (var further in References(path)) yield return further;
        }
    }

    [GeneratedRegex("^#r\\s*\"([^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex Reference();

    [GeneratedRegex("^(?<root>.*)/artifacts/bin/(?<project>[^/]+)/release/", RegexOptions.IgnoreCase)]
    private static partial Regex Artifact();
}
