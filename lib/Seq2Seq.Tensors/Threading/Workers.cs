namespace Seq2Seq.Tensors;

/// <summary>Runs chunks of work on every processor.</summary>
internal static class Workers
{
    /// <summary>How many threads share the work, the caller included.</summary>
    public static int ThreadCount { get; set; } = 1;

    /// <summary>Runs chunks 0 ... <paramref name="chunks"/> - 1 of <paramref name="body"/> and returns when all are done.</summary>
    public static void For<TBody>(int chunks, ref TBody body)
        where TBody : struct, IChunkBody
    {
        for (var chunk = 0; chunk < chunks; chunk++)
            body.Run(chunk);
    }
}
