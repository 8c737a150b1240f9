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
        var neighbour = $"{full}.{Environment.ProcessId}-{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            using (var stream = new FileStream(neighbour, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(neighbour, full, overwrite: true);
        }
        catch (Exception e)
        {
            Remove(neighbour);
            if (e is not (IOException or UnauthorizedAccessException)) throw;
            throw new IOException(
                $"{path}: the file can not be written: {Reason(e)}. Choose a folder that you may write to and that has room.", e);
        }
    }

    // The system's message names the neighbour file, which nobody asked for: "No space left on device : '/a/b.123.tmp'".
    private static string Reason(Exception e)
    {
        var end = e.Message.IndexOf(" : '", StringComparison.Ordinal);
        return (end > 0 ? e.Message[..end] : e.Message).TrimEnd('.');
    }

    private static void Remove(string neighbour)
    {
        try
        {
            File.Delete(neighbour);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Why the file could not be written matters more than what is left of it.
        }
    }
}
