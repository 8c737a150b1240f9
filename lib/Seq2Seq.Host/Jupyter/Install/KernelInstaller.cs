namespace Seq2Seq.Host.Jupyter.Install;

/// <summary>Puts the kernel where Jupyter and VS Code find it, and takes it away again.</summary>
/// <remarks>
/// The host's files are copied beside the kernelspec: a kernel that runs neither locks nor notices a rebuild of the course.
/// </remarks>
/// <param name="folders">Where Jupyter looks.</param>
/// <param name="program">The folder that holds <c>course.dll</c>.</param>
/// <param name="dotnet">The <c>dotnet</c> command, as an absolute path.</param>
internal sealed class KernelInstaller(JupyterFolders folders, string program, string dotnet)
{
    /// <summary>The name C# notebooks ask for; .NET Interactive uses it too.</summary>
    public const string SharedName = ".net-csharp";

    /// <summary>The name taken where .NET Interactive has the shared one.</summary>
    public const string OwnName = "seq2seq-csharp";

    private const string ProgramFolder = "host";

    /// <summary>Installs or updates; says under which name and why.</summary>
    public string Install(string version)
    {
        var other = folders.AllKernels().Select(kernels => Path.Combine(kernels, SharedName))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, KernelSpec.FileName)) && !KernelSpec.IsOurs(folder));
        var name = other is null ? SharedName : OwnName;
        var target = Path.Combine(folders.Kernels, name);
        if (Directory.Exists(target) && !KernelSpec.IsOurs(target))
        {
            throw new JupyterException($"The folder {target} exists and was not made by this command. " +
                "Move it away, then run 'course jupyter install' again.");
        }

        Replace(target, name, version);
        return other is null
            ? $"Installed the kernel '{name}' in {target}"
            : $"Installed the kernel '{name}' in {target}; the name '{SharedName}' belongs to {other}. " +
                $"Choose the kernel \"{DisplayName(name)}\" when you open a notebook.";
    }

    /// <summary>Removes every kernel this command has installed for the user; says which.</summary>
    public IReadOnlyList<string> Uninstall()
    {
        if (!Directory.Exists(folders.Kernels))
            return [];
        var removed = new List<string>();
        foreach (var folder in Directory.GetDirectories(folders.Kernels).Where(KernelSpec.IsOurs).Order(StringComparer.Ordinal))
        {
            Remove(folder);
            removed.Add(folder);
        }

        foreach (var folder in new[] { folders.Kernels, folders.Data })
        {
            if (removed.Count > 0 && !Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }

        return removed;
    }

    private static string DisplayName(string name) => name == SharedName ? ".NET (C#)" : "C# (Seq2Seq.Notebooks)";

    // A complete folder takes the place of the old one, so no client ever sees half a kernel.
    private void Replace(string target, string name, string version)
    {
        var fresh = target + ".new";
        try
        {
            Directory.CreateDirectory(folders.Kernels);
            if (Directory.Exists(fresh))
                Directory.Delete(fresh, recursive: true);
            CopyProgram(Path.Combine(fresh, ProgramFolder));
            string[] command =
            [
                dotnet, Path.Combine(target, ProgramFolder, "course.dll"), "jupyter", "start", "--connection-file", "{connection_file}",
            ];
            File.WriteAllText(Path.Combine(fresh, KernelSpec.FileName), KernelSpec.Write(DisplayName(name), command, version));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new JupyterException($"The kernel can't be installed in {folders.Kernels}: {error.Message}");
        }

        Remove(target);
        Directory.Move(fresh, target);
    }

    private static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new JupyterException($"The kernel in {folder} can't be removed: {error.Message} " +
                "If a notebook still uses it, shut its kernel down first.");
        }
    }

    private void CopyProgram(string target)
    {
        foreach (var file in Directory.EnumerateFiles(program, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(program, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
