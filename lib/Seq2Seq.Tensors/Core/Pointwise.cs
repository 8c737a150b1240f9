namespace Seq2Seq.Tensors;

/// <summary>y = f(a, b) for one element.</summary>
internal interface IBinary<T, TResult>
{
    static abstract TResult Apply(T a, T b);
}

/// <summary>y = f(x) for one element.</summary>
internal interface IUnary<T, TResult>
{
    static abstract TResult Apply(T x);
}

/// <summary>A kernel over contiguous elements.</summary>
internal delegate void UnaryKernel<T>(ReadOnlySpan<T> x, Span<T> y);

/// <summary>A kernel over contiguous pairs of elements.</summary>
internal delegate void BinaryKernel<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y);

/// <summary>A kernel over contiguous elements and one number.</summary>
internal delegate void ScalarKernel<T>(ReadOnlySpan<T> a, T b, Span<T> y);

/// <summary>Applies functions element by element to tensors of any strides; never records gradients.</summary>
internal static unsafe class Pointwise
{
    /// <summary>y = f(a, b), both of type T; the row kernel, if any, is used where rows are contiguous.</summary>
    public static void Binary<T, TResult, TFunction>(
        torch.Tensor y, torch.Tensor a, torch.Tensor b, BinaryKernel<T>? kernel = null)
        where T : unmanaged
        where TResult : unmanaged
        where TFunction : struct, IBinary<T, TResult>
    {
        var row = new BinaryRow<T, TResult, TFunction> { Kernel = kernel };
        var shape = y.Sizes;
        StridedLoop.Run(shape, ref row, Operand.Of(y, shape), Operand.Of(a, shape), Operand.Of(b, shape));
    }

    /// <summary>y = f(a, value).</summary>
    public static void BinaryScalar<T, TResult, TFunction>(
        torch.Tensor y, torch.Tensor a, T value, ScalarKernel<T>? kernel = null)
        where T : unmanaged
        where TResult : unmanaged
        where TFunction : struct, IBinary<T, TResult>
    {
        var row = new BinaryRow<T, TResult, TFunction> { Scalar = kernel };
        var shape = y.Sizes;
        StridedLoop.Run(shape, ref row, Operand.Of(y, shape), Operand.Of(a, shape), Operand.Constant(&value));
    }

    /// <summary>y = f(x).</summary>
    public static void Unary<T, TResult, TFunction>(torch.Tensor y, torch.Tensor x)
        where T : unmanaged
        where TResult : unmanaged
        where TFunction : struct, IUnary<T, TResult>
    {
        var row = default(UnaryRow<T, TResult, TFunction>);
        var shape = y.Sizes;
        StridedLoop.Run(shape, ref row, Operand.Of(y, shape), Operand.Of(x, shape));
    }

    /// <summary>y = f(x) by kernels over the contiguous elements of a floating-point tensor.</summary>
    public static torch.Tensor Unary(torch.Tensor x, UnaryKernel<float> single, UnaryKernel<double> real)
    {
        using var copy = x.Contiguous ? null : x.Dense();
        var dense = copy ?? x;
        var y = torch.Tensor.Uninitialized(x.Sizes, x.dtype);
        if (x.dtype == torch.ScalarType.Float32)
            single(dense.Span<float>(), y.Span<float>());
        else
            real(dense.Span<double>(), y.Span<double>());
        GC.KeepAlive(dense);
        return y;
    }

    private struct BinaryRow<T, TResult, TFunction> : IRow
        where T : unmanaged
        where TResult : unmanaged
        where TFunction : struct, IBinary<T, TResult>
    {
        public BinaryKernel<T>? Kernel;
        public ScalarKernel<T>? Scalar;

        public readonly void Run(byte* y, long yStep, byte* a, long aStep, byte* b, long bStep, byte* c, long cStep, long length)
        {
            if (yStep == sizeof(TResult) && aStep == sizeof(T))
            {
                if (bStep == sizeof(T))
                {
                    if (Kernel is not null && length <= int.MaxValue)
                    {
                        var n = (int)length;
                        Kernel(new ReadOnlySpan<T>(a, n), new ReadOnlySpan<T>(b, n), new Span<T>(y, n));
                        return;
                    }

                    for (var i = 0L; i < length; i++)
                        ((TResult*)y)[i] = TFunction.Apply(((T*)a)[i], ((T*)b)[i]);
                    return;
                }

                if (bStep == 0)
                {
                    var value = *(T*)b;
                    if (Scalar is not null && length <= int.MaxValue)
                    {
                        var n = (int)length;
                        Scalar(new ReadOnlySpan<T>(a, n), value, new Span<T>(y, n));
                        return;
                    }

                    for (var i = 0L; i < length; i++)
                        ((TResult*)y)[i] = TFunction.Apply(((T*)a)[i], value);
                    return;
                }
            }

            if (Kernel is not null && aStep == 0 && yStep == sizeof(TResult) && bStep == sizeof(T) && length >= 16)
            {
                Repeated((T*)y, *(T*)a, (T*)b, length);
                return;
            }

            for (var i = 0L; i < length; i++, y += yStep, a += aStep, b += bStep)
                *(TResult*)y = TFunction.Apply(*(T*)a, *(T*)b);
        }

        // One number on the left of many: a block of it, again and again.
        private readonly void Repeated(T* y, T a, T* b, long length)
        {
            const int Length = 256;
            var block = stackalloc T[Length];
            new Span<T>(block, (int)Math.Min(length, Length)).Fill(a);
            for (var i = 0L; i < length; i += Length)
            {
                var n = (int)Math.Min(Length, length - i);
                Kernel!(new ReadOnlySpan<T>(block, n), new ReadOnlySpan<T>(b + i, n), new Span<T>(y + i, n));
            }
        }
    }

    private struct UnaryRow<T, TResult, TFunction> : IRow
        where T : unmanaged
        where TResult : unmanaged
        where TFunction : struct, IUnary<T, TResult>
    {
        public readonly void Run(byte* y, long yStep, byte* a, long aStep, byte* b, long bStep, byte* c, long cStep, long length)
        {
            for (var i = 0L; i < length; i++, y += yStep, a += aStep)
                *(TResult*)y = TFunction.Apply(*(T*)a);
        }
    }
}
