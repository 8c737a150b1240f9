namespace Seq2Seq.Tensors.Serialization;

/// <summary>Replaces a file only by a complete one: it is written beside it, flushed to disk, then renamed.</summary>
internal static class WholeFile
{
    /// <param name="location">The file.</param>
    /// <param name="write">Writes the content; it may close the stream.</param>
    public static void Write(string location, Action<Stream> write)
    {
        var draft = $"{location}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var memory = new MemoryStream())
            {
                write(memory);
                using var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write);
                file.Write(memory.ToArray());
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, location, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }
}
