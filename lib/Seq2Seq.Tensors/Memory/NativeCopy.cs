namespace Seq2Seq.Tensors;

/// <summary>Copies of native memory, a long one by all workers.</summary>
internal static unsafe class NativeCopy
{
    private const long Parallel = 256 << 10;
    private const int Part = 64 << 10;

    public static void Run(void* from, void* to, long bytes)
    {
        if (bytes < Parallel)
        {
            Buffer.MemoryCopy(from, to, bytes, bytes);
            return;
        }

        var body = new Parts((byte*)from, (byte*)to, bytes);
        Workers.For((int)((bytes + Part - 1) / Part), ref body);
    }

    private readonly struct Parts(byte* from, byte* to, long bytes) : IChunkBody
    {
        public void Run(int chunk)
        {
            var start = (long)chunk * Part;
            var length = Math.Min(Part, bytes - start);
            Buffer.MemoryCopy(from + start, to + start, length, length);
        }
    }
}
