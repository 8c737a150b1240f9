using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Course.Tests;

/// <summary>The container and the editor's settings lead to files and projects that exist, and to one another.</summary>
public sealed partial class EditorTests
{
    [Fact]
    public void The_container_has_what_the_course_needs_on_any_processor()
    {
        var image = Text(".devcontainer/Dockerfile");

        Assert.Matches(@"^FROM mcr\.microsoft\.com/devcontainers/dotnet:10\.0$", image.Split('\n').First(line => line.StartsWith("FROM", StringComparison.Ordinal)));
        Assert.Contains("fonts-noto-cjk", image, StringComparison.Ordinal);
        Assert.Contains("libicu", image, StringComparison.Ordinal);
        Assert.DoesNotMatch("amd64|arm64|x86_64|aarch64|--platform", image.Split('\n').Where(line => !line.StartsWith('#')).Aggregate("", (all, line) => all + line));
    }

    [Fact]
    public void The_container_builds_the_library_and_installs_the_kernel_before_it_opens_the_course()
    {
        var container = Json(".devcontainer/devcontainer.json");
        var script = container["updateContentCommand"]!.GetValue<string>().Split(' ')[^1];
        var opened = container["customizations"]!["codespaces"]!["openFiles"]!.AsArray().Select(file => file!.GetValue<string>()).ToArray();
        var steps = Text(script).Split('\n').Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal)).ToArray();

        Assert.Equal(3, steps.Length);
        Assert.StartsWith("dotnet restore --locked-mode", steps[0], StringComparison.Ordinal);
        Assert.Contains("build --no-restore -c Release", steps[1], StringComparison.Ordinal);
        Assert.EndsWith("-- jupyter install", steps[2], StringComparison.Ordinal);
        Assert.NotEmpty(opened);
        Assert.All(opened, file => Assert.True(File.Exists(Path.Combine(Repository.Root, file)), file));
    }

    [Fact]
    public void Editor_and_container_recommend_the_same_extensions() => Assert.Equal(
        Json(".vscode/extensions.json")["recommendations"]!.ToJsonString(),
        Json(".devcontainer/devcontainer.json")["customizations"]!["vscode"]!["extensions"]!.ToJsonString());

    [Fact]
    public void Every_task_of_the_editor_names_a_project_or_a_script_that_exists()
    {
        var commands = Json(".vscode/tasks.json")["tasks"]!.AsArray()
            .SelectMany(task => new[] { task!["command"], task["windows"]?["command"] }).Where(command => command is not null)
            .Select(command => command!.GetValue<string>()).ToArray();
        var named = commands.SelectMany(command => Named().Matches(command)).Select(match => match.Groups[1].Value + match.Groups[2].Value).ToArray();

        Assert.True(named.Length >= 4, string.Join("; ", commands));
        Assert.All(named, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
        Assert.True(File.Exists(Path.Combine(Repository.Root, Json(".vscode/settings.json")["dotnet.defaultSolution"]!.GetValue<string>())));
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    private static JsonNode Json(string file) => JsonNode.Parse(Text(file))!;

    [GeneratedRegex(@"--project (\S+)|bash (\S+)")]
    private static partial Regex Named();
}
