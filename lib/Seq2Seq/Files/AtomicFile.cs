using System.Text;

namespace Seq2Seq.Files;

/// <summary>Writes whole files so that a reader, or a kill at any moment, finds the old file or the new one, never half of one.</summary>
/// <remarks>The bytes go to a neighbour file, are flushed to the disk, and the neighbour is renamed over the old file.</remarks>
public static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Replaces the text of <paramref name="path"/>, as UTF-8 without a byte order mark.</summary>
    public static void WriteText(string path, string text) => WriteBytes(path, Utf8.GetBytes(text));

    /// <summary>Replaces the content of <paramref name="path"/>.</summary>
    public static void WriteBytes(string path, ReadOnlySpan<byte> content)
    {
        var buffer = content.ToArray();
        Write(path, stream => stream.Write(buffer));
    }

    /// <summary>Replaces the content of <paramref name="path"/> by what <paramref name="write"/> puts into the stream.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var neighbour = $"{full}.{Environment.ProcessId}-{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(neighbour, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(neighbour, full, overwrite: true);
        }
        catch
        {
            File.Delete(neighbour);
            throw;
        }
    }
}
