using System.Numerics;

namespace Seq2Seq.Tensors;

/// <summary>Running sums along a dimension; never records gradients.</summary>
internal static class Running
{
    public static torch.Tensor Sum(torch.Tensor x, int dim, bool fromEnd = false)
    {
        var y = torch.Tensor.Uninitialized(x.Sizes, x.dtype);
        using var dense = x.Dense();
        var body = new Body
        {
            X = dense,
            Y = y,
            Length = x.Rank == 0 ? 1 : (int)x.Sizes[dim],
            Inner = x.Rank == 0 ? 1 : (int)Shapes.Count(x.Sizes.AsSpan(dim + 1)),
            FromEnd = fromEnd,
        };
        ElementTypes.Dispatch(x.dtype, ref body);
        return y;
    }

    private struct Body : IElementBody
    {
        public torch.Tensor X;
        public torch.Tensor Y;
        public int Length;
        public int Inner;
        public bool FromEnd;

        public readonly void Run<T>()
            where T : unmanaged, INumber<T>
        {
            var x = X.Span<T>();
            var y = Y.Span<T>();
            var block = Length * Inner;
            for (var start = 0; start < x.Length; start += block)
            {
                for (var i = 0; i < Length; i++)
                {
                    var at = start + ((FromEnd ? Length - 1 - i : i) * Inner);
                    var before = FromEnd ? at + Inner : at - Inner;
                    for (var j = 0; j < Inner; j++)
                        y[at + j] = i == 0 ? x[at + j] : y[before + j] + x[at + j];
                }
            }
        }
    }
}
