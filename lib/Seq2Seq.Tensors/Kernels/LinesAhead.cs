using System.Runtime.Intrinsics.X86;

namespace Seq2Seq.Tensors;

/// <summary>A part of a matrix, count rows of so many floats, that the second cache should hold soon: asked for in so many parts.</summary>
internal unsafe struct LinesAhead(float* from, nint ld, int width, int count, int parts)
{
    private const int Line = 64 / sizeof(float);

    private readonly int _share = (int)((long)count * ((width + Line - 1) / Line) / parts) + 1;
    private float* _row = from;
    private int _left = count;
    private int _at;

    /// <summary>Asks for the next part.</summary>
    public void Fetch()
    {
        for (var i = 0; i < _share && _left > 0 && Sse.IsSupported; i++)
        {
            Sse.Prefetch1(_row + _at);
            _at += Line;
            if (_at < width)
                continue;
            _at = 0;
            _row += ld;
            _left--;
        }
    }
}
