namespace Seq2Seq.Tensors;

/// <summary>Writing past the caches: what is larger than they are is not there any more when somebody reads it.</summary>
/// <remarks>An ordinary store first reads the line that it overwrites; a third of the traffic of y = f(x) is that.</remarks>
internal static unsafe class Streaming
{
    private const long LeastBytes = 32L << 20;

    /// <summary>Whether so many numbers are more than the caches hold.</summary>
    public static bool Beyond<T>(long numbers)
        where T : unmanaged => typeof(T) == typeof(float) && numbers * sizeof(float) >= LeastBytes;

    /// <summary>How many floats from p on stand before an address that whole vectors can be streamed to.</summary>
    public static nint Lead(void* p) => (nint)((64 - ((nuint)p & 63)) & 63) / sizeof(float);

    /// <summary>What this thread streamed comes before whatever it writes next.</summary>
    public static void Finish() => Thread.MemoryBarrier();
}
