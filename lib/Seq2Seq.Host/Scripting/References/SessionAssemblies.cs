using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace Seq2Seq.Host.Scripting.References;

/// <summary>
/// The assemblies a session compiles against and loads: the framework, this host's notebook API, and what the cells reference.
/// A referenced file's folder is copied first, so that the session never locks, and never sees, a rebuild.
/// </summary>
internal sealed class SessionAssemblies : IDisposable
{
    private const string Prefix = "seq2seq-course-";

    private readonly Dictionary<string, MetadataReference> references = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> loadable = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> copies = new(StringComparer.Ordinal);
    private readonly List<string> nativeFolders = [];
    private readonly Lock gate = new();
    private string? room;

    public SessionAssemblies()
    {
        foreach (var (name, path) in FrameworkAssemblies.Paths) references[name] = FrameworkAssemblies.Reference(path);
        var host = typeof(SessionAssemblies).Assembly.Location;
        references["course"] = MetadataFile.Reference(host);
    }

    /// <summary>What the compiler sees.</summary>
    public IReadOnlyList<MetadataReference> References
    {
        get
        {
            lock (gate) return [.. references.Values];
        }
    }

    /// <summary>Counts up whenever <see cref="References"/> changes.</summary>
    public int Version { get; private set; }

    /// <summary>References an assembly by file, or a framework assembly by name.</summary>
    public void Add(string path, string folder)
    {
        if (!path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".exe", StringComparison.OrdinalIgnoreCase))
        {
            var name = path.Split(',')[0].Trim();
            if (FrameworkAssemblies.Paths.ContainsKey(name)) return;
        }
        else if (FrameworkAssemblies.Paths.ContainsKey(Path.GetFileNameWithoutExtension(path)) && !File.Exists(Path.Combine(folder, path)))
        {
            return;
        }

        var full = Path.GetFullPath(path.Replace('\\', '/'), folder);
        if (!File.Exists(full)) throw new FileNotFoundException($"#r \"{path}\" finds no file {full}. Build it first, or correct the path: it starts at the notebook's folder.");
        var copied = Copy(full);
        if (NameOf(copied) is null) throw new BadImageFormatException($"#r \"{path}\" is no .NET assembly: {full}.");
        AddWithDependencies(copied);
    }

    /// <summary>References assemblies that lie in a package cache, which nobody rewrites: no copy is made.</summary>
    public void AddPackageFiles(IEnumerable<string> compile, IEnumerable<string> runtime, IEnumerable<string> native)
    {
        lock (gate)
        {
            foreach (var path in runtime) loadable.TryAdd(Path.GetFileNameWithoutExtension(path), path);
            foreach (var path in compile)
            {
                var name = Path.GetFileNameWithoutExtension(path);
                if (FrameworkAssemblies.Paths.TryGetValue(name, out var own) && VersionOf(own) >= VersionOf(path)) loadable.Remove(name);
                else references[name] = MetadataFile.Reference(path, FrameworkAssemblies.Documentation(path));
            }
            nativeFolders.AddRange(native.Select(path => Path.GetDirectoryName(path)!).Distinct(StringComparer.Ordinal));
            Version++;
        }
    }

    /// <summary>The file to load for an assembly name; null leaves it to the framework.</summary>
    public string? Find(AssemblyName name)
    {
        lock (gate) return name.Name is { } simple && loadable.TryGetValue(simple, out var path) ? path : null;
    }

    /// <summary>Where native libraries may lie.</summary>
    public IReadOnlyList<string> NativeFolders
    {
        get
        {
            lock (gate) return [.. nativeFolders];
        }
    }

    public void Dispose()
    {
        if (room is null) return;
        try
        {
            Directory.Delete(room, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Loaded files can't be deleted on Windows: the next session sweeps.
        }
    }

    private void AddWithDependencies(string path)
    {
        var todo = new Queue<string>([path]);
        lock (gate)
        {
            while (todo.TryDequeue(out var next))
            {
                var name = Path.GetFileNameWithoutExtension(next);
                if (next != path && (loadable.ContainsKey(name) || FrameworkAssemblies.Paths.ContainsKey(name))) continue;
                if (loadable.TryAdd(name, next))
                    references[name] = MetadataFile.Reference(next, FrameworkAssemblies.Documentation(next));
                foreach (var dependency in DependenciesOf(next))
                {
                    var sibling = Path.Combine(Path.GetDirectoryName(next)!, dependency + ".dll");
                    if (File.Exists(sibling)) todo.Enqueue(sibling);
                }
            }
            Version++;
        }
    }

    private string Copy(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (!copies.TryGetValue(folder, out var copy))
        {
            room ??= MakeRoom();
            copy = Path.Combine(room, copies.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Directory.CreateDirectory(copy);
            foreach (var source in Directory.EnumerateFiles(folder))
            {
                if (Path.GetExtension(source).ToUpperInvariant() is ".DLL" or ".PDB" or ".XML" or ".JSON")
                    File.Copy(source, Path.Combine(copy, Path.GetFileName(source)));
            }
            nativeFolders.Add(folder);
            var native = Path.Combine(folder, "runtimes", System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier, "native");
            if (Directory.Exists(native)) nativeFolders.Add(native);
            copies.Add(folder, copy);
        }
        var copied = Path.Combine(copy, Path.GetFileName(file));
        if (!File.Exists(copied)) File.Copy(file, copied);
        return copied;
    }

    private static string MakeRoom()
    {
        Sweep();
        var path = Path.Combine(Path.GetTempPath(), $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}");
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    // A killed session leaves its copies behind.
    private static void Sweep()
    {
        foreach (var old in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var id = Path.GetFileName(old)[Prefix.Length..].Split('-')[0];
            if (!int.TryParse(id, System.Globalization.CultureInfo.InvariantCulture, out var process) || IsAlive(process)) continue;
            try
            {
                Directory.Delete(old, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Somebody else's.
            }
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string? NameOf(string path) => Read(path, static reader => reader.IsAssembly ? reader.GetString(reader.GetAssemblyDefinition().Name) : null);

    private static Version? VersionOf(string path) => Read(path, static reader => reader.GetAssemblyDefinition().Version);

    private static string[] DependenciesOf(string path) => Read(path, static reader =>
        reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)).ToArray()) ?? [];

    private static T? Read<T>(string path, Func<MetadataReader, T?> read) where T : class
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var image = new PEReader(stream);
            return image.HasMetadata ? read(image.GetMetadataReader()) : null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }
}
