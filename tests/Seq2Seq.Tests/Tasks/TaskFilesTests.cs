using System.Runtime.CompilerServices;
using System.Text;
using Seq2Seq.Tasks;

namespace Seq2Seq.Tests.Tasks;

public sealed class TaskFilesTests
{
    [Fact]
    public void The_committed_files_are_what_the_generators_give()
    {
        var folder = Path.Combine(Path.GetDirectoryName(Here())!, "../../../data");

        foreach (var (path, text) in TaskFiles.Render())
        {
            var committed = File.ReadAllText(Path.Combine(folder, path), Encoding.UTF8);
            Assert.True(committed == text, $"data/{path} differs: dotnet run -c Release --project lib/Seq2Seq.Cli -- data data");
        }
    }

    [Fact]
    public void The_committed_sounds_and_pictures_are_what_the_generators_give()
    {
        var folder = Path.Combine(Path.GetDirectoryName(Here())!, "../../../data");

        foreach (var (path, bytes) in TaskFiles.RenderBytes())
        {
            var committed = File.ReadAllBytes(Path.Combine(folder, path));
            Assert.True(committed.AsSpan().SequenceEqual(bytes), $"data/{path} differs: dotnet run -c Release --project lib/Seq2Seq.Cli -- data data");
        }
    }

    [Fact]
    public void No_file_in_data_is_without_its_generator()
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../data"));
        var made = TaskFiles.Render().Keys.Concat(TaskFiles.RenderBytes().Keys).Append("SOURCES.md");

        var there = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));

        Assert.Equal(made.Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
