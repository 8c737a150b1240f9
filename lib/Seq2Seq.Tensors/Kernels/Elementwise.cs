using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Seq2Seq.Tensors;

/// <summary>Applies a formula of one, two or three numbers along spans, in the widest vectors there are and on all workers.</summary>
/// <remarks>Spans may be the same memory, but must not overlap otherwise.</remarks>
internal static unsafe partial class Elementwise
{
    // Below this many numbers a second thread costs more than it brings.
    private const int Parallel = 32768;
    private const int LeastChunk = 8192;
    private const int MostChunk = 131_072;

    /// <summary>y = f(a).</summary>
    public static void Map<TFunction>(
        ReadOnlySpan<float> a, Span<float> y, TFunction function = default)
        where TFunction : unmanaged, IFunction1
    {
        Check(a.Length, y.Length);
        fixed (float* pa = a, py = y)
            Run(new Operands(pa, null, null, py, y.Length, sizeof(float)), new Unary<TFunction>(function));
    }

    /// <summary>y = f(a).</summary>
    public static void Map<TFunction>(
        ReadOnlySpan<double> a, Span<double> y, TFunction function = default)
        where TFunction : unmanaged, IFunction1
    {
        Check(a.Length, y.Length);
        fixed (double* pa = a, py = y)
            Run(new Operands(pa, null, null, py, y.Length, sizeof(double)), new Unary<TFunction>(function));
    }

    /// <summary>y = f(a, b).</summary>
    public static void Map<TFunction>(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y, TFunction function = default)
        where TFunction : unmanaged, IFunction2
    {
        Check(Math.Min(a.Length, b.Length), y.Length);
        fixed (float* pa = a, pb = b, py = y)
            Run(new Operands(pa, pb, null, py, y.Length, sizeof(float)), new Binary<TFunction>(function));
    }

    /// <summary>y = f(a, b).</summary>
    public static void Map<TFunction>(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> y, TFunction function = default)
        where TFunction : unmanaged, IFunction2
    {
        Check(Math.Min(a.Length, b.Length), y.Length);
        fixed (double* pa = a, pb = b, py = y)
            Run(new Operands(pa, pb, null, py, y.Length, sizeof(double)), new Binary<TFunction>(function));
    }

    /// <summary>y = f(a, b, c); an empty c stands for zeros.</summary>
    public static void Map<TFunction>(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, Span<float> y, TFunction function = default)
        where TFunction : unmanaged, IFunction3
    {
        Check(Math.Min(a.Length, Math.Min(b.Length, c.IsEmpty ? y.Length : c.Length)), y.Length);
        fixed (float* pa = a, pb = b, pc = c, py = y)
            Run(new Operands(pa, pb, pc, py, y.Length, sizeof(float)), new Ternary<TFunction>(function));
    }

    /// <summary>y = f(a, b, c); an empty c stands for zeros.</summary>
    public static void Map<TFunction>(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, Span<double> y, TFunction function = default)
        where TFunction : unmanaged, IFunction3
    {
        Check(Math.Min(a.Length, Math.Min(b.Length, c.IsEmpty ? y.Length : c.Length)), y.Length);
        fixed (double* pa = a, pb = b, pc = c, py = y)
            Run(new Operands(pa, pb, pc, py, y.Length, sizeof(double)), new Ternary<TFunction>(function));
    }

    private static void Check(int inputs, int outputs)
    {
        if (inputs < outputs)
        {
            throw new ArgumentException(
                $"elementwise: {outputs} results asked of {inputs} inputs; give every input at least as many numbers as the output");
        }
    }

    private static void Run<TShape>(in Operands all, TShape shape)
        where TShape : unmanaged, IShape
    {
        if (all.Length < Parallel || Workers.ThreadCount == 1)
        {
            RunRange(all, 0, all.Length, shape);
            return;
        }

        // Long chunks let the memory run ahead; short ones share out evenly.
        var length = (nint)Math.Clamp(all.Length / (16 * Workers.ThreadCount), LeastChunk, MostChunk) & ~(nint)63;
        var body = new Chunk<TShape>(all, shape, length);
        BothEnds.For((int)((all.Length + length - 1) / length), ref body);
    }

    private static void RunRange<TShape>(in Operands all, nint start, nint count, TShape shape)
        where TShape : unmanaged, IShape
    {
        if (all.ElementSize == sizeof(double))
            Loop<Double1, TShape>(all, start, count, shape);
        else if (Vector512.IsHardwareAccelerated)
            Loop<Float16, TShape>(all, start, count, shape);
        else if (Vector256.IsHardwareAccelerated)
            Loop<Float8, TShape>(all, start, count, shape);
        else if (Vector128.IsHardwareAccelerated)
            Loop<Float4, TShape>(all, start, count, shape);
        else
            Loop<Float1, TShape>(all, start, count, shape);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Loop<V, TShape>(in Operands all, nint start, nint count, TShape shape)
        where V : unmanaged, IVector<V>
        where TShape : unmanaged, IShape
    {
        byte* a = all.A, b = all.B, c = all.C, y = all.Y;
        var i = start;
        var end = start + count;
        for (; i <= end - V.Count; i += V.Count)
        {
            var first = V.Load(a, i);
            var second = TShape.Arity > 1 ? V.Load(b, i) : default;
            var third = TShape.Arity > 2 && c != null ? V.Load(c, i) : default;
            V.Store(shape.Apply(first, second, third), y, i);
        }

        if (V.Count > 1 && i < end)
            Tail<V, TShape>(all, i, (int)(end - i), shape);
    }

    // The last few numbers go through the same vector, padded.
    private static void Tail<V, TShape>(in Operands all, nint start, int count, TShape shape)
        where V : unmanaged, IVector<V>
        where TShape : unmanaged, IShape
    {
        var pad = stackalloc float[3 * 16];
        for (var j = 0; j < V.Count; j++)
        {
            pad[j] = j < count ? ((float*)all.A)[start + j] : 1;
            pad[j + 16] = TShape.Arity > 1 && j < count ? ((float*)all.B)[start + j] : 1;
            pad[j + 32] = TShape.Arity > 2 && all.C == null ? 0 : TShape.Arity > 2 && j < count ? ((float*)all.C)[start + j] : 1;
        }

        V.Store(shape.Apply(V.Load(pad, 0), V.Load(pad, 16), V.Load(pad, 32)), pad, 0);
        for (var j = 0; j < count; j++)
            ((float*)all.Y)[start + j] = pad[j];
    }

    private interface IShape
    {
        static abstract int Arity { get; }

        V Apply<V>(V a, V b, V c)
            where V : unmanaged, IVector<V>;
    }

    private readonly struct Operands(void* a, void* b, void* c, void* y, nint length, int elementSize)
    {
        public readonly byte* A = (byte*)a;
        public readonly byte* B = (byte*)b;
        public readonly byte* C = (byte*)c;
        public readonly byte* Y = (byte*)y;
        public readonly nint Length = length;
        public readonly int ElementSize = elementSize;
    }

    private readonly struct Chunk<TShape>(Operands all, TShape shape, nint length) : IChunkBody
        where TShape : unmanaged, IShape
    {
        public void Run(int chunk)
        {
            var start = chunk * length;
            RunRange(all, start, Math.Min(length, all.Length - start), shape);
        }
    }

    private readonly struct Unary<TFunction>(TFunction function) : IShape
        where TFunction : unmanaged, IFunction1
    {
        public static int Arity => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a, V b, V c)
            where V : unmanaged, IVector<V> => function.Apply(a);
    }

    private readonly struct Binary<TFunction>(TFunction function) : IShape
        where TFunction : unmanaged, IFunction2
    {
        public static int Arity => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a, V b, V c)
            where V : unmanaged, IVector<V> => function.Apply(a, b);
    }

    private readonly struct Ternary<TFunction>(TFunction function) : IShape
        where TFunction : unmanaged, IFunction3
    {
        public static int Arity => 3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a, V b, V c)
            where V : unmanaged, IVector<V> => function.Apply(a, b, c);
    }
}
