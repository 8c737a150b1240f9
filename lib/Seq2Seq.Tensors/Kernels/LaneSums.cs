using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y (columns) += the sum over the rows of x, each column in the lanes and the tree of <see cref="Lanes"/>.</summary>
/// <remarks>The same bits as turning x over and folding each of its rows, without the turning.</remarks>
internal static unsafe class LaneSums
{
    /// <summary>Beyond so many rows <see cref="Lanes"/> would split the sum into blocks.</summary>
    public const int MaxRows = 4096;

    private const int Runs = 4 * Lanes.Count;

    /// <summary>Row r of x begins at x + r · <paramref name="stride"/>.</summary>
    public static void Add(void* x, nint rows, nint columns, nint stride, void* y, bool isDouble)
    {
        var body = new Body(x, rows, stride, y);
        Simd.Run(ref body, columns, isDouble);
    }

    private readonly struct Body(void* x, nint rows, nint stride, void* y) : IRangeBody
    {
        [SkipLocalsInit]
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            void* px = x, py = y;
            nint count = rows, step = stride;
            var lanes = stackalloc double[Runs * (V.IsDouble ? V.Count : (V.Count + 1) / 2)];
            var used = (int)Math.Min(count, Lanes.Count);
            for (var j = from; j < to; j += V.Count)
            {
                nint row = 0;
                var i = j;
                if (count >= Runs)
                {
                    for (nint lane = 0; lane < Runs; lane++)
                        V.Store(default, lanes, lane * V.Count);
                    for (var end = count / Runs * Runs; row < end; row++, i += step)
                    {
                        var at = (row & (Runs - 1)) * V.Count;
                        V.Store(V.Load(lanes, at) + V.Load(px, i), lanes, at);
                    }

                    for (nint lane = 0; lane < Lanes.Count * V.Count; lane += V.Count)
                    {
                        var left = V.Load(lanes, lane) + V.Load(lanes, lane + Lanes.Count * V.Count);
                        var right = V.Load(lanes, lane + 2 * Lanes.Count * V.Count) + V.Load(lanes, lane + 3 * Lanes.Count * V.Count);
                        V.Store(left + right, lanes, lane);
                    }
                }
                else
                {
                    for (nint lane = used; lane < Lanes.Count; lane++)
                        V.Store(default, lanes, lane * V.Count);
                    for (; row < used; row++, i += step)
                        V.Store(default(V) + V.Load(px, i), lanes, row * V.Count);
                }

                for (; row < count; row++, i += step)
                {
                    var at = (row & (Lanes.Count - 1)) * V.Count;
                    V.Store(V.Load(lanes, at) + V.Load(px, i), lanes, at);
                }

                for (nint width = Lanes.Count / 2; width > 0; width /= 2)
                {
                    for (nint lane = 0; lane < width; lane++)
                        V.Store(V.Load(lanes, lane * V.Count) + V.Load(lanes, (lane + width) * V.Count), lanes, lane * V.Count);
                }

                V.Store(V.Load(py, j) + V.Load(lanes, 0), py, j);
            }
        }
    }
}
