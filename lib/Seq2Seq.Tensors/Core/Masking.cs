using System.Numerics;

namespace Seq2Seq.Tensors;

/// <summary>Choosing elements by truth values; never records gradients.</summary>
internal static unsafe class Masking
{
    public static torch.Tensor Fill(torch.Tensor x, torch.Tensor mask, Scalar value)
    {
        var sizes = Shapes.Broadcast("masked_fill", x.Sizes, mask.Sizes);
        var y = torch.Tensor.Uninitialized(sizes, x.dtype);
        if (x.dtype == torch.ScalarType.Bool)
            value = value.ToBoolean();
        var body = new FillBody { X = x, Mask = mask, Y = y, Value = value };
        ElementTypes.Dispatch(x.dtype, ref body);
        return y;
    }

    public static torch.Tensor Where(torch.Tensor condition, torch.Tensor a, torch.Tensor b, torch.ScalarType type)
    {
        var sizes = Shapes.Broadcast("where", Shapes.Broadcast("where", a.Sizes, b.Sizes), condition.Sizes);
        var y = torch.Tensor.Uninitialized(sizes, type);
        using var left = a.Cast(type);
        using var right = b.Cast(type);
        var body = new WhereBody { Condition = condition, A = left, B = right, Y = y };
        ElementTypes.Dispatch(type, ref body);
        return y;
    }

    /// <summary>Where the mask holds, counted in row-major order.</summary>
    public static torch.Tensor Positions(torch.Tensor mask)
    {
        using var dense = mask.Dense();
        var truth = dense.Span<byte>();
        var count = truth.Length - truth.Count((byte)0);
        var positions = torch.Tensor.Uninitialized([count], torch.ScalarType.Int64);
        var target = positions.Span<long>();
        var next = 0;
        for (var i = 0; i < truth.Length; i++)
        {
            if (truth[i] != 0)
                target[next++] = i;
        }

        return positions;
    }

    private struct FillBody : IElementBody
    {
        public torch.Tensor X;
        public torch.Tensor Mask;
        public torch.Tensor Y;
        public Scalar Value;

        public readonly void Run<T>()
            where T : unmanaged, INumber<T>
        {
            var value = Value.To<T>();
            var row = default(WhereRow<T>);
            var sizes = Y.Sizes;
            StridedLoop.Run(
                sizes, ref row, Operand.Of(Y, sizes), Operand.Of(Mask, sizes), Operand.Constant(&value), Operand.Of(X, sizes));
        }
    }

    private struct WhereBody : IElementBody
    {
        public torch.Tensor Condition;
        public torch.Tensor A;
        public torch.Tensor B;
        public torch.Tensor Y;

        public readonly void Run<T>()
            where T : unmanaged, INumber<T>
        {
            var row = default(WhereRow<T>);
            var sizes = Y.Sizes;
            StridedLoop.Run(
                sizes, ref row, Operand.Of(Y, sizes), Operand.Of(Condition, sizes), Operand.Of(A, sizes), Operand.Of(B, sizes));
        }
    }

    // y = a holds ? b : c
    private struct WhereRow<T> : IRow
        where T : unmanaged
    {
        public readonly void Run(byte* y, long yStep, byte* a, long aStep, byte* b, long bStep, byte* c, long cStep, long length)
        {
            if (aStep == 1 && yStep == sizeof(T) && sizeof(T) == sizeof(uint))
                Choose((uint*)y, a, (uint*)b, bStep / sizeof(uint), (uint*)c, cStep / sizeof(uint), length);
            else if (aStep == 1 && yStep == sizeof(T) && sizeof(T) == sizeof(ulong))
                Choose((ulong*)y, a, (ulong*)b, bStep / sizeof(ulong), (ulong*)c, cStep / sizeof(ulong), length);
            else
                for (var i = 0L; i < length; i++, y += yStep, a += aStep, b += bStep, c += cStep)
                    *(T*)y = *a != 0 ? *(T*)b : *(T*)c;
        }

        // Without a jump: masks are rarely predictable.
        private static void Choose(uint* y, byte* mask, uint* b, long bStep, uint* c, long cStep, long length)
        {
            for (var i = 0L; i < length; i++, b += bStep, c += cStep)
            {
                var all = (uint)-(int)Math.Min(mask[i], (byte)1);
                y[i] = (*b & all) | (*c & ~all);
            }
        }

        private static void Choose(ulong* y, byte* mask, ulong* b, long bStep, ulong* c, long cStep, long length)
        {
            for (var i = 0L; i < length; i++, b += bStep, c += cStep)
            {
                var all = (ulong)-(long)Math.Min(mask[i], (byte)1);
                y[i] = (*b & all) | (*c & ~all);
            }
        }
    }
}
