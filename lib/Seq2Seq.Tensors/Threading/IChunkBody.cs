namespace Seq2Seq.Tensors;

/// <summary>Work that is split into numbered chunks, each of which any thread may run.</summary>
internal interface IChunkBody
{
    /// <summary>Does chunk number <paramref name="chunk"/>. Must write only what no other chunk touches, and must not throw.</summary>
    void Run(int chunk);
}
