using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Seq2Seq.Host.Scripting.References;

/// <summary>Where a session's cells and the assemblies they reference live, apart from the host's own.</summary>
internal sealed class CellLoadContext(SessionAssemblies assemblies) : AssemblyLoadContext("cells")
{
    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblies.Find(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        foreach (var folder in assemblies.NativeFolders)
        {
            foreach (var name in new[] { unmanagedDllName, $"lib{unmanagedDllName}.so", $"lib{unmanagedDllName}.dylib", $"{unmanagedDllName}.dll" })
            {
                var path = Path.Combine(folder, name);
                if (File.Exists(path) && NativeLibrary.TryLoad(path, out var handle)) return handle;
            }
        }
        return IntPtr.Zero;
    }
}
