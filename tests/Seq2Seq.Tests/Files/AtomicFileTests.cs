using Seq2Seq.Files;
using Seq2Seq.Tests.Training;

namespace Seq2Seq.Tests.Files;

public sealed class AtomicFileTests
{
    [Fact]
    public void A_write_that_fails_half_way_leaves_the_old_file_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "new", "file.txt");
        AtomicFile.WriteText(path, "old");

        Assert.Throws<TimeoutException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new TimeoutException();
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void A_place_that_can_not_be_written_is_named_with_the_remedy_and_without_the_neighbour()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        AtomicFile.WriteText(file, "");

        var error = Assert.Throws<IOException>(() => AtomicFile.WriteText(Path.Combine(file, "inside"), "x"));

        Assert.StartsWith($"{Path.Combine(file, "inside")}: the file can not be written: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Choose a folder that you may write to and that has room.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", error.Message, StringComparison.Ordinal);
    }
}
