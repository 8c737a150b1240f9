namespace Seq2Seq.Host.Jupyter.Install;

/// <summary>Where Jupyter keeps its files, by its own rules; no Jupyter is needed to know them.</summary>
/// <param name="data">The user's data folder; null takes the one Jupyter would use.</param>
/// <param name="elsewhere">Folders of kernelspecs that are not the user's own; null takes those Jupyter would look into.</param>
internal sealed class JupyterFolders(string? data = null, IReadOnlyList<string>? elsewhere = null)
{
    /// <summary>The user's data folder: JUPYTER_DATA_DIR, or the place each system has for it.</summary>
    public string Data { get; } = Path.GetFullPath(data ?? Variable("JUPYTER_DATA_DIR") ?? UsersData());

    /// <summary>The user's own kernelspecs.</summary>
    public string Kernels => Path.Combine(Data, "kernels");

    /// <summary>Connection files of running kernels.</summary>
    public string Runtime => Variable("JUPYTER_RUNTIME_DIR") ?? Path.Combine(Data, "runtime");

    /// <summary>Every folder of kernelspecs a client on this machine may look into, the user's own first.</summary>
    public IEnumerable<string> AllKernels() => [Kernels, .. elsewhere ?? Elsewhere()];

    private static IEnumerable<string> Elsewhere()
    {
        foreach (var folder in (Variable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            yield return Path.Combine(folder, "kernels");
        foreach (var environment in new[] { Variable("VIRTUAL_ENV"), Variable("CONDA_PREFIX") })
        {
            if (environment is not null)
                yield return Path.Combine(environment, "share", "jupyter", "kernels");
        }

        if (OperatingSystem.IsWindows())
        {
            yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter", "kernels");
            yield break;
        }

        yield return "/usr/local/share/jupyter/kernels";
        yield return "/usr/share/jupyter/kernels";
    }

    private static string UsersData()
    {
        if (OperatingSystem.IsWindows())
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsMacOS())
            return Path.Combine(home, "Library", "Jupyter");
        return Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter");
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
