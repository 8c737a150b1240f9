namespace Seq2Seq.Host.Running;

/// <summary>How this program starts the SDK and itself.</summary>
internal static class DotnetHost
{
    /// <summary>The <c>dotnet</c> command: the one this process runs on where that can be told.</summary>
    public static string Path { get; } = Find();

    /// <summary>The file to hand to <see cref="Path"/> to start this program again.</summary>
    public static string CourseAssembly { get; } = typeof(DotnetHost).Assembly.Location;

    private static string Find()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host && File.Exists(host)) return host;
        if (System.IO.Path.GetFileName(Environment.ProcessPath) == name) return Environment.ProcessPath!;
        // .../dotnet/shared/Microsoft.NETCore.App/10.0.x/System.Private.CoreLib.dll
        var root = System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var beside = System.IO.Path.Combine(root, name);
        return File.Exists(beside) ? beside : name;
    }
}
