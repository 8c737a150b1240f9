namespace Seq2Seq.Tensors;

/// <summary>Copies a tensor whose memory runs along another dimension than the target's, in tiles that stay in the cache.</summary>
internal static unsafe class TransposedCopy
{
    private const int Tile = 32;
    private const int Least = 4096;

    /// <summary>Copies if that is the case; both have the same sizes and type, the target is contiguous.</summary>
    public static bool TryRun(torch.Tensor source, torch.Tensor target)
    {
        var rank = source.Rank;
        if (rank < 2 || source.Count < Least || source.Strides[^1] == 1 || !target.Contiguous)
            return false;
        var along = Array.IndexOf(source.Strides, 1);
        if (along < 0 || source.Sizes[along] < 8 || source.Sizes[^1] < 8)
            return false;
        switch (source.dtype.Size())
        {
            case 1: Run<byte>(source, target, along); break;
            case 2: Run<ushort>(source, target, along); break;
            case 4: Run<uint>(source, target, along); break;
            default: Run<ulong>(source, target, along); break;
        }

        GC.KeepAlive(source);
        GC.KeepAlive(target);
        return true;
    }

    private static void Run<T>(torch.Tensor source, torch.Tensor target, int along)
        where T : unmanaged
    {
        var (sizes, from, to) = (source.Sizes, source.Strides, target.Strides);
        var last = sizes.Length - 1;
        var index = new long[sizes.Length];
        T* x = (T*)source.Pointer, y = (T*)target.Pointer;
        while (true)
        {
            Plane(x, y, sizes[along], sizes[last], from[last], to[along]);
            var d = last - 1;
            for (; d >= 0; d--)
            {
                if (d == along)
                    continue;
                x += from[d];
                y += to[d];
                if (++index[d] < sizes[d])
                    break;
                x -= from[d] * sizes[d];
                y -= to[d] * sizes[d];
                index[d] = 0;
            }

            if (d < 0)
                return;
        }
    }

    // y[i][j] = x[j][i]
    private static void Plane<T>(T* x, T* y, long rows, long columns, long xStride, long yStride)
        where T : unmanaged
    {
        for (var top = 0L; top < rows; top += Tile)
        {
            var bottom = Math.Min(top + Tile, rows);
            for (var left = 0L; left < columns; left += Tile)
            {
                var right = Math.Min(left + Tile, columns);
                for (var i = top; i < bottom; i++)
                {
                    for (var j = left; j < right; j++)
                        y[(i * yStride) + j] = x[(j * xStride) + i];
                }
            }
        }
    }
}
