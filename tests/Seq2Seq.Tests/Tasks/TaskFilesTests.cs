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

    private static string Here([CallerFilePath] string path = "") => path;
}
