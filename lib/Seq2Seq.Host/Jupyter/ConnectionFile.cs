using System.Runtime.InteropServices;

namespace Seq2Seq.Host.Jupyter;

/// <summary>A connection file on disk: it holds the signing key, so only its owner may read it.</summary>
internal static class ConnectionFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute |
        UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Reads a client's connection file; one that others may read is closed to them, and <paramref name="log"/> hears of it.</summary>
    public static ConnectionInfo Read(string path, Action<string> log)
    {
        byte[] json;
        try
        {
            json = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new JupyterException($"The connection file {path} can't be read: {error.Message}");
        }

        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            CloseToOthers(path, log);
        return ConnectionInfo.Parse(json, path);
    }

    /// <summary>Writes a new connection file that only its owner can read, from its first byte on.</summary>
    public static void Write(string path, ConnectionInfo connection, string kernelName)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = new FileStream(path, options);
        file.Write(connection.ToJson(kernelName));
    }

    private static void CloseToOthers(string path, Action<string> log)
    {
        if (OperatingSystem.IsWindows())
            return;
        try
        {
            var mode = File.GetUnixFileMode(path);
            if ((mode & Others) == 0)
                return;
            File.SetUnixFileMode(path, mode & ~Others);
            log($"The connection file {path} was open to other users; it is now readable by its owner only.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log($"The connection file {path} is open to other users and can't be closed to them: {error.Message}");
        }
    }
}
