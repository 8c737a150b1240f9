using System.Numerics;

namespace Seq2Seq.Tensors;

/// <summary>Copies and fills, with conversion of the element type; never records gradients.</summary>
internal static unsafe class Copying
{
    // Bytes from which all workers share in a copy.
    private const long Parallel = 256 << 10;
    private const int PartsAtMost = 32;

    /// <summary>Writes <paramref name="source"/>, stretched to the target's shape, into <paramref name="target"/>.</summary>
    public static void Copy(torch.Tensor source, torch.Tensor target)
    {
        if (source.dtype == target.dtype && source.Contiguous && target.Contiguous && source.Sizes.SequenceEqual(target.Sizes))
        {
            var bytes = source.Count * source.dtype.Size();
            NativeCopy.Run(source.Pointer, target.Pointer, bytes);
            GC.KeepAlive(source);
            GC.KeepAlive(target);
            return;
        }

        if (source.dtype == target.dtype && source.Sizes.SequenceEqual(target.Sizes) && TransposedCopy.TryRun(source, target))
            return;
        if (source.dtype == target.dtype)
        {
            SameType(source, target);
            return;
        }

        var body = new CopyBody { Source = source, Target = target };
        ElementTypes.Dispatch(source.dtype, ref body);
    }

    private static void SameType(torch.Tensor source, torch.Tensor target)
    {
        var (y, x) = (Operand.Of(target, target.Sizes), Operand.Of(source, target.Sizes));
        switch (source.dtype.Size())
        {
            case 1: Moved<byte>(target, y, x); break;
            case 2: Moved<short>(target, y, x); break;
            case 4: Moved<int>(target, y, x); break;
            default: Moved<long>(target, y, x); break;
        }
    }

    private static void Moved<T>(torch.Tensor target, Operand y, Operand x)
        where T : unmanaged
    {
        var row = default(MoveRow<T>);
        if (target.Count * sizeof(T) < Parallel || target.Sizes[0] < 2)
        {
            StridedLoop.Run(target.Sizes, ref row, y, x);
            return;
        }

        var parts = new Parts<MoveRow<T>>(target.Sizes, y, x);
        Workers.For(parts.Chunks, ref parts);
    }

    // Some indices of the first dimension each.
    private readonly struct Parts<TRow>(long[] sizes, Operand y, Operand x) : IChunkBody
        where TRow : struct, IRow
    {
        public int Chunks => (int)Math.Min(sizes[0], PartsAtMost);

        public void Run(int chunk)
        {
            var (first, last) = (sizes[0] * chunk / Chunks, sizes[0] * (chunk + 1) / Chunks);
            Span<long> shape = stackalloc long[sizes.Length];
            sizes.CopyTo(shape);
            shape[0] = last - first;
            var row = default(TRow);
            StridedLoop.Run(shape, ref row, y.From(first), x.From(first));
        }
    }

    public static void Fill(torch.Tensor target, Scalar value)
    {
        if (target.dtype == torch.ScalarType.Bool)
            value = value.ToBoolean();
        var body = new FillBody { Target = target, Value = value };
        ElementTypes.Dispatch(target.dtype, ref body);
    }

    private struct CopyBody : IElementBody
    {
        public torch.Tensor Source;
        public torch.Tensor Target;

        public readonly void Run<T>()
            where T : unmanaged, INumber<T>
        {
            if (Target.dtype == torch.ScalarType.Bool && Source.dtype != torch.ScalarType.Bool)
            {
                Pointwise.Unary<T, byte, ToBool<T>>(Target, Source);
                return;
            }

            var inner = new CopyBody<T> { Source = Source, Target = Target };
            ElementTypes.Dispatch(Target.dtype, ref inner);
        }
    }

    private struct CopyBody<TFrom> : IElementBody
        where TFrom : unmanaged, INumber<TFrom>
    {
        public torch.Tensor Source;
        public torch.Tensor Target;

        public readonly void Run<T>()
            where T : unmanaged, INumber<T> => Pointwise.Unary<TFrom, T, Cast<TFrom, T>>(Target, Source);
    }

    private struct FillBody : IElementBody
    {
        public torch.Tensor Target;
        public Scalar Value;

        public readonly void Run<T>()
            where T : unmanaged, INumber<T>
        {
            var value = Value.To<T>();
            if (Target.Contiguous && Target.Count <= int.MaxValue)
            {
                FillLong((T*)Target.Pointer, (int)Target.Count, value);
                GC.KeepAlive(Target);
                return;
            }

            var row = default(FillRow<T>);
            StridedLoop.Run(Target.Sizes, ref row, Operand.Of(Target, Target.Sizes), Operand.Constant(&value));
        }
    }

    // Bits as they are: whole rows at a time where both lie dense.
    private struct MoveRow<T> : IRow
        where T : unmanaged
    {
        public readonly void Run(byte* y, long yStep, byte* a, long aStep, byte* b, long bStep, byte* c, long cStep, long length)
        {
            if (yStep == sizeof(T) && aStep == sizeof(T))
            {
                NativeCopy.Line(a, y, length * sizeof(T));
                return;
            }

            if (yStep == sizeof(T) && aStep == 0 && length <= int.MaxValue)
            {
                new Span<T>(y, (int)length).Fill(*(T*)a);
                return;
            }

            for (var i = 0L; i < length; i++, y += yStep, a += aStep)
                *(T*)y = *(T*)a;
        }
    }

    private static void FillLong<T>(T* start, int count, T value)
        where T : unmanaged
    {
        var body = new FillChunk<T>(start, count, value);
        if (body.Chunks > 1)
            Workers.For(body.Chunks, ref body);
        else
            body.Run(0);
    }

    private readonly struct FillChunk<T>(T* start, int count, T value) : IChunkBody
        where T : unmanaged
    {
        private const int Length = 1 << 16;

        public int Chunks => (count + Length - 1) / Length;

        public void Run(int chunk) => new Span<T>(start + (nint)chunk * Length, Math.Min(Length, count - chunk * Length)).Fill(value);
    }

    private struct FillRow<T> : IRow
        where T : unmanaged
    {
        public readonly void Run(byte* y, long yStep, byte* a, long aStep, byte* b, long bStep, byte* c, long cStep, long length)
        {
            for (var i = 0L; i < length; i++, y += yStep)
                *(T*)y = *(T*)a;
        }
    }

    private struct Cast<TFrom, T> : IUnary<TFrom, T>
        where TFrom : unmanaged, INumber<TFrom>
        where T : unmanaged, INumber<T>
    {
        public static T Apply(TFrom x) => ElementConversion.Element<TFrom, T>(x);
    }

    private struct ToBool<T> : IUnary<T, byte>
        where T : unmanaged, INumber<T>
    {
        public static byte Apply(T x) => x != T.Zero ? (byte)1 : (byte)0;
    }
}
