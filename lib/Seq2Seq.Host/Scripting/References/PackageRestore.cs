using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Seq2Seq.Host.Scripting.References;

/// <summary>Fetches NuGet packages with the SDK: a project with the references is restored, its result is kept for next time.</summary>
internal sealed class PackageRestore
{
    private readonly SortedDictionary<string, string> packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> sources = [];

    /// <summary>A further place to fetch from.</summary>
    public void AddSource(string source) => sources.Add(source);

    /// <summary>Wants a package; true if that is new.</summary>
    public bool Add(string name, string? version)
    {
        var wanted = string.IsNullOrEmpty(version) ? "*" : version;
        if (packages.TryGetValue(name, out var present) && present == wanted) return false;
        packages[name] = wanted;
        return true;
    }

    /// <summary>Restores all packages wanted so far and hands their files to the session.</summary>
    public void Restore(SessionAssemblies assemblies, string folder)
    {
        var project = Project(folder);
        var room = Path.Combine(CacheRoot(), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..16]);
        var file = Path.Combine(room, "packages.csproj");
        var assets = Path.Combine(room, "obj", "project.assets.json");
        if (!File.Exists(assets) || !FilesExist(assets))
        {
            Directory.CreateDirectory(room);
            File.WriteAllText(file, project);
            Run(file, folder);
        }
        var (compile, runtime, native) = Read(assets);
        assemblies.AddPackageFiles(compile, runtime, native);
    }

    private string Project(string folder)
    {
        var framework = $"net{Environment.Version.Major}.{Environment.Version.Minor}";
        var project = new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup",
                new XElement("TargetFramework", framework),
                new XElement("ImportDirectoryBuildProps", "false"),
                new XElement("ManagePackageVersionsCentrally", "false"),
                new XElement("NuGetAudit", "false"),
                new XElement("RestoreAdditionalProjectSources", string.Join(';', sources))),
            new XElement("ItemGroup", packages.Select(package => new XElement("PackageReference",
                new XAttribute("Include", package.Key), new XAttribute("Version", package.Value)))));
        // A nuget.config near the notebook chooses other sources: another result.
        return project + Environment.NewLine + $"<!-- {folder} -->";
    }

    private static void Run(string project, string folder)
    {
        var start = new ProcessStartInfo(Running.DotnetHost.Path)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var argument in new[] { "restore", project, "-nologo", "-v", "quiet" }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet restore could not be started.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode == 0) return;
        var lines = (output + errors.Result).Split('\n').Select(line => line.Trim()).Where(line => line.Contains("error", StringComparison.Ordinal))
            .Select(line => line[line.IndexOf("error", StringComparison.Ordinal)..].Split(" [")[0]).Distinct();
        throw new InvalidOperationException($"#r \"nuget:\" could not be restored.{Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
    }

    private static bool FilesExist(string assets)
    {
        var (compile, runtime, _) = Read(assets);
        return compile.Concat(runtime).All(File.Exists);
    }

    private static (List<string> Compile, List<string> Runtime, List<string> Native) Read(string assets)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
        var root = document.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToArray();
        var libraries = root.GetProperty("libraries");
        List<string> compile = [], runtime = [], native = [];
        foreach (var library in root.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject())
        {
            if (!libraries.TryGetProperty(library.Name, out var entry) || !entry.TryGetProperty("path", out var path)) continue;
            var home = folders.Select(folder => Path.Combine(folder, path.GetString()!)).FirstOrDefault(Directory.Exists) ?? Path.Combine(folders[0], path.GetString()!);
            Collect(library.Value, "compile", home, compile);
            Collect(library.Value, "runtime", home, runtime);
            if (!library.Value.TryGetProperty("runtimeTargets", out var targets)) continue;
            foreach (var target in targets.EnumerateObject())
            {
                if (!Fits(target.Value.GetProperty("rid").GetString()!)) continue;
                var file = Path.Combine(home, target.Name);
                if (target.Value.GetProperty("assetType").GetString() == "native") native.Add(file);
                else runtime.Insert(0, file);
            }
        }
        return (compile, runtime, native);
    }

    private static void Collect(JsonElement library, string kind, string home, List<string> files)
    {
        if (!library.TryGetProperty(kind, out var group)) return;
        files.AddRange(group.EnumerateObject().Where(file => file.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)).Select(file => Path.Combine(home, file.Name)));
    }

    private static bool Fits(string rid)
    {
        var own = System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;
        return rid == own || own.StartsWith(rid + "-", StringComparison.Ordinal) || (rid == "unix" && !OperatingSystem.IsWindows());
    }

    private static string CacheRoot() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create) is { Length: > 0 } local ? local : Path.GetTempPath(),
        "seq2seq-notebooks", "packages");
}
