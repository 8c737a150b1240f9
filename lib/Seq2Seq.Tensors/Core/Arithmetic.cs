using System.Numerics;

namespace Seq2Seq.Tensors;

/// <summary>Arithmetic and comparisons of two tensors, or of a tensor and a number, of one element type; never records.</summary>
internal static class Arithmetic
{
    /// <summary>y = f(a, b) in the given type.</summary>
    public static torch.Tensor Apply<TFunction>(string operation, torch.Tensor a, torch.Tensor b, torch.ScalarType type)
        where TFunction : struct, IArithmetic
    {
        var y = torch.Tensor.Uninitialized(Shapes.Broadcast(operation, a.Sizes, b.Sizes), type);
        Into<TFunction>(y, a, b);
        return y;
    }

    /// <summary>y = f(a, value) in the given type.</summary>
    public static torch.Tensor Apply<TFunction>(torch.Tensor a, Scalar value, torch.ScalarType type)
        where TFunction : struct, IArithmetic
    {
        var y = torch.Tensor.Uninitialized(a.Sizes, type);
        Into<TFunction>(y, a, value);
        return y;
    }

    /// <summary>Writes f(a, b), computed in y's type, into y.</summary>
    public static void Into<TFunction>(torch.Tensor y, torch.Tensor a, torch.Tensor b)
        where TFunction : struct, IArithmetic
    {
        using var left = a.dtype == y.dtype ? null : a.Cast(y.dtype);
        using var right = b.dtype == y.dtype ? null : b.Cast(y.dtype);
        var body = new Body<TFunction> { Y = y, A = left ?? a, B = right ?? b };
        ElementTypes.Dispatch(y.dtype, ref body);
        Normalize(y);
    }

    /// <summary>Writes f(a, value), computed in y's type, into y.</summary>
    public static void Into<TFunction>(torch.Tensor y, torch.Tensor a, Scalar value)
        where TFunction : struct, IArithmetic
    {
        using var left = a.dtype == y.dtype ? null : a.Cast(y.dtype);
        var body = new Body<TFunction> { Y = y, A = left ?? a, Value = value };
        ElementTypes.Dispatch(y.dtype, ref body);
        Normalize(y);
    }

    /// <summary>Bool: f(a, b).</summary>
    public static torch.Tensor Compare<TFunction>(string operation, torch.Tensor a, torch.Tensor b)
        where TFunction : struct, IComparison
    {
        var type = Promotion.Result(a, b);
        using var left = a.Cast(type);
        using var right = b.Cast(type);
        var y = torch.Tensor.Uninitialized(Shapes.Broadcast(operation, a.Sizes, b.Sizes), torch.ScalarType.Bool);
        var body = new CompareBody<TFunction> { Y = y, A = left, B = right };
        ElementTypes.Dispatch(type, ref body);
        return y;
    }

    /// <summary>Bool: f(a, value).</summary>
    public static torch.Tensor Compare<TFunction>(torch.Tensor a, Scalar value)
        where TFunction : struct, IComparison
    {
        var type = Promotion.Result(a, value);
        using var left = a.Cast(type);
        var y = torch.Tensor.Uninitialized(a.Sizes, torch.ScalarType.Bool);
        var body = new CompareBody<TFunction> { Y = y, A = left, Value = value };
        ElementTypes.Dispatch(type, ref body);
        return y;
    }

    // Sums of truth values are 0 or 1 again.
    private static void Normalize(torch.Tensor y)
    {
        if (y.dtype == torch.ScalarType.Bool)
            Pointwise.Unary<byte, byte, IsTrue>(y, y);
    }

    private struct Body<TFunction> : IElementBody
        where TFunction : struct, IArithmetic
    {
        public torch.Tensor Y;
        public torch.Tensor A;
        public torch.Tensor? B;
        public Scalar Value;

        public readonly void Run<T>()
            where T : unmanaged, INumber<T>
        {
            if (B is null && typeof(T) == typeof(float))
                Pointwise.BinaryScalar<float, float, Adapter<TFunction, float>>(Y, A, Value.To<float>(), TFunction.SingleScalar);
            else if (B is null && typeof(T) == typeof(double))
                Pointwise.BinaryScalar<double, double, Adapter<TFunction, double>>(Y, A, Value.To<double>(), TFunction.RealScalar);
            else if (B is null)
                Pointwise.BinaryScalar<T, T, Adapter<TFunction, T>>(Y, A, Value.To<T>());
            else if (typeof(T) == typeof(float))
                Pointwise.Binary<float, float, Adapter<TFunction, float>>(Y, A, B, TFunction.Single);
            else if (typeof(T) == typeof(double))
                Pointwise.Binary<double, double, Adapter<TFunction, double>>(Y, A, B, TFunction.Real);
            else
                Pointwise.Binary<T, T, Adapter<TFunction, T>>(Y, A, B);
        }
    }

    private struct CompareBody<TFunction> : IElementBody
        where TFunction : struct, IComparison
    {
        public torch.Tensor Y;
        public torch.Tensor A;
        public torch.Tensor? B;
        public Scalar Value;

        public readonly void Run<T>()
            where T : unmanaged, INumber<T>
        {
            if (B is null)
                Pointwise.BinaryScalar<T, byte, CompareAdapter<TFunction, T>>(Y, A, Value.To<T>());
            else
                Pointwise.Binary<T, byte, CompareAdapter<TFunction, T>>(Y, A, B);
        }
    }

    private struct Adapter<TFunction, T> : IBinary<T, T>
        where TFunction : struct, IArithmetic
        where T : unmanaged, INumber<T>
    {
        public static T Apply(T a, T b) => TFunction.Apply(a, b);
    }

    private struct CompareAdapter<TFunction, T> : IBinary<T, byte>
        where TFunction : struct, IComparison
        where T : unmanaged, INumber<T>
    {
        public static byte Apply(T a, T b) => TFunction.Apply(a, b) ? (byte)1 : (byte)0;
    }

    private struct IsTrue : IUnary<byte, byte>
    {
        public static byte Apply(byte x) => x != 0 ? (byte)1 : (byte)0;
    }
}
