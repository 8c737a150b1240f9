using System.Diagnostics;

namespace Seq2Seq.Display.Tests.Plotly;

/// <summary>Programs the machine may or may not have.</summary>
internal static class Browser
{
    public static string? Chromium => Find("chromium", "chromium-browser", "google-chrome", "chrome");

    public static string? Npm => Find("npm");

    /// <summary>Runs a program; its output, or null if it failed or took too long.</summary>
    public static string? Run(string program, string folder, int seconds, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(seconds)))
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
        Task.WaitAll(output, errors);
        return process.ExitCode == 0 ? output.Result : null;
    }

    private static string? Find(params string[] names) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
