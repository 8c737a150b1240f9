using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Elementary functions as formulas of fused multiply-adds: the same bits in every vector width.</summary>
/// <remarks>
/// Single precision, largest error in units in the last place, by test over all signs and exponents: exp 1, log 1, tanh 2,
/// sigmoid 2, erf 2, sin and cos 2 (|x| ≤ 10⁴), expm1 4, log1p 2. Coefficients: weighted least squares at Chebyshev nodes,
/// reweighted towards equal errors. Double precision goes to <see cref="DoubleMath"/>.
/// </remarks>
internal static class VectorMath
{
    // 1.5 · 2²³: adding it leaves no room for a fraction, so that adding and subtracting it rounds to a whole number.
    private const double RoundingBias = 12582912;

    /// <summary>eˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp<V>(V x)
        where V : unmanaged, IVector<V>
    {
        if (V.IsDouble)
            return V.Constant(DoubleMath.Exp(Unsafe.BitCast<V, double>(x)));
        return ExpOfSmall(V.AtMost(x, V.Constant(89)));
    }

    /// <summary>eˣ − 1, exact near zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Expm1<V>(V x)
        where V : unmanaged, IVector<V>
    {
        if (V.IsDouble)
            return V.Constant(DoubleMath.Expm1(Unsafe.BitCast<V, double>(x)));
        var near = V.MultiplyAdd(ExpQuotient(x), x * x, x);
        return V.Select(V.GreaterOrEqual(V.Constant(0.3466), V.Abs(x)), near, Exp(x) - V.Constant(1));
    }

    /// <summary>The natural logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log<V>(V x)
        where V : unmanaged, IVector<V>
    {
        if (V.IsDouble)
            return V.Constant(DoubleMath.Log(Unsafe.BitCast<V, double>(x)));
        var tiny = V.Greater(V.Constant(1.17549435e-38), x);
        var e = V.SplitExponent(V.Select(tiny, x * V.Constant(8388608), x), out var m);
        e = V.Select(tiny, e - V.Constant(23), e);
        var f = m - V.Constant(1);
        var p = V.Constant(0.06746601);
        p = V.MultiplyAdd(p, f, V.Constant(-0.11675641));
        p = V.MultiplyAdd(p, f, V.Constant(0.11888175));
        p = V.MultiplyAdd(p, f, V.Constant(-0.124055915));
        p = V.MultiplyAdd(p, f, V.Constant(0.14219551));
        p = V.MultiplyAdd(p, f, V.Constant(-0.16667996));
        p = V.MultiplyAdd(p, f, V.Constant(0.20002119));
        p = V.MultiplyAdd(p, f, V.Constant(-0.2500001));
        p = V.MultiplyAdd(p, f, V.Constant(0.33333313));
        var square = f * f;
        var y = V.MultiplyAdd(p * f, square, e * V.Constant(-2.12194440e-4));
        y = V.MultiplyAdd(V.Constant(-0.5), square, y);
        y = V.MultiplyAdd(e, V.Constant(0.693359375), f + y);
        y = V.Select(V.Equal(x, V.Constant(double.PositiveInfinity)), x, y);
        y = V.Select(V.Equal(x, V.Constant(0)), V.Constant(double.NegativeInfinity), y);
        return V.Select(V.GreaterOrEqual(x, V.Constant(0)), y, V.Constant(double.NaN));
    }

    /// <summary>ln(1 + x), exact near zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log1p<V>(V x)
        where V : unmanaged, IVector<V>
    {
        if (V.IsDouble)
            return V.Constant(DoubleMath.Log1p(Unsafe.BitCast<V, double>(x)));

        // Kahan: what 1 + x lost by rounding comes back as a first-order correction.
        var u = x + V.Constant(1);
        var lost = x - (u - V.Constant(1));
        var y = Log(u) + V.Select(V.Greater(V.Constant(1e30), u), lost / u, V.Constant(0));
        return V.Select(V.Equal(u, V.Constant(1)), x, V.Select(V.Equal(u, V.Constant(0)), Log(u), y));
    }

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tanh<V>(V x)
        where V : unmanaged, IVector<V>
    {
        if (V.IsDouble)
            return V.Constant(DoubleMath.Tanh(Unsafe.BitCast<V, double>(x)));
        var size = V.Abs(x);
        var z = x * x;
        var p = V.Constant(-0.0057049785);
        p = V.MultiplyAdd(p, z, V.Constant(0.020639079));
        p = V.MultiplyAdd(p, z, V.Constant(-0.05373971));
        p = V.MultiplyAdd(p, z, V.Constant(0.13331442));
        p = V.MultiplyAdd(p, z, V.Constant(-0.3333328));
        var near = V.MultiplyAdd(p * z, x, x);
        var far = V.Constant(1) - V.Constant(2) / (Exp(size + size) + V.Constant(1));
        return V.Select(V.Greater(V.Constant(0.625), size), near, V.CopySign(far, x));
    }

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid<V>(V x)
        where V : unmanaged, IVector<V>
    {
        if (V.IsDouble)
            return V.Constant(DoubleMath.Sigmoid(Unsafe.BitCast<V, double>(x)));

        // eˣ / (1 + eˣ) where x is negative, so that small values keep their relative precision.
        var e = ExpOfSmall(V.CopySign(x, V.Constant(-1)));
        return V.Select(V.GreaterOrEqual(x, V.Constant(0)), V.Constant(1), e) / (V.Constant(1) + e);
    }

    /// <summary>The error function.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Erf<V>(V x)
        where V : unmanaged, IVector<V>
    {
        if (V.IsDouble)
            return V.Constant(DoubleMath.Erf(Unsafe.BitCast<V, double>(x)));
        var size = V.Abs(x);
        size = V.Select(V.Greater(size, V.Constant(3.93)), V.Constant(3.93), size);
        var z = size * size;
        var p = V.Constant(7.853858e-05);
        p = V.MultiplyAdd(p, z, V.Constant(-0.00080101925));
        p = V.MultiplyAdd(p, z, V.Constant(0.0051883277));
        p = V.MultiplyAdd(p, z, V.Constant(-0.026853811));
        p = V.MultiplyAdd(p, z, V.Constant(0.112835854));
        p = V.MultiplyAdd(p, z, V.Constant(-0.37612626));
        p = V.MultiplyAdd(p, z, V.Constant(0.12837917));
        var near = V.MultiplyAdd(p, size, size);

        // Beyond 1: erf x = 1 − e^(−Q(x)).
        var q = V.Constant(2.1697635e-05);
        q = V.MultiplyAdd(q, size, V.Constant(-0.00044147286));
        q = V.MultiplyAdd(q, size, V.Constant(0.0042052856));
        q = V.MultiplyAdd(q, size, V.Constant(-0.025210341));
        q = V.MultiplyAdd(q, size, V.Constant(0.1084221));
        q = V.MultiplyAdd(q, size, V.Constant(0.6332164));
        q = V.MultiplyAdd(q, size, V.Constant(1.1295803));
        q = V.MultiplyAdd(q, size, V.Constant(-0.00018846763));
        var far = V.Constant(1) - Exp(-q);
        return V.CopySign(V.Select(V.Greater(V.Constant(1), size), near, far), x);
    }

    /// <summary>The sine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sin<V>(V x)
        where V : unmanaged, IVector<V>
    {
        if (V.IsDouble)
            return V.Constant(DoubleMath.Sin(Unsafe.BitCast<V, double>(x)));
        var r = QuarterTurns(x, out var k);
        return SinOfTurned(r, k);
    }

    /// <summary>The cosine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cos<V>(V x)
        where V : unmanaged, IVector<V>
    {
        if (V.IsDouble)
            return V.Constant(DoubleMath.Cos(Unsafe.BitCast<V, double>(x)));
        var r = QuarterTurns(x, out var k);
        return SinOfTurned(r, k + V.Constant(1));
    }

    /// <summary>sin(r + k π/2) for whole k and |r| ≤ π/4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V SinOfTurned<V>(V r, V k)
        where V : unmanaged, IVector<V>
    {
        var z = r * r;
        var s = V.Constant(2.7180463e-06);
        s = V.MultiplyAdd(s, z, V.Constant(-0.00019839304));
        s = V.MultiplyAdd(s, z, V.Constant(0.008333329));
        s = V.MultiplyAdd(s, z, V.Constant(-0.16666667));
        var sine = V.MultiplyAdd(s * z, r, r);
        var c = V.Constant(-2.7205044e-07);
        c = V.MultiplyAdd(c, z, V.Constant(2.4799452e-05));
        c = V.MultiplyAdd(c, z, V.Constant(-0.0013888883));
        c = V.MultiplyAdd(c, z, V.Constant(0.041666668));
        c = V.MultiplyAdd(c, z, V.Constant(-0.5));
        var cosine = V.MultiplyAdd(c, z, V.Constant(1));

        // k modulo 4, then: odd takes the cosine, 2 and 3 change the sign.
        var turns = k - V.Constant(4) * V.Floor(k * V.Constant(0.25));
        var upper = V.GreaterOrEqual(turns, V.Constant(2));
        var odd = V.Equal(turns - V.Select(upper, V.Constant(2), V.Constant(0)), V.Constant(1));
        var y = V.Select(odd, cosine, sine);
        return V.Select(upper, -y, y);
    }

    // eˣ for x ≤ 89, in single precision.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpOfSmall<V>(V x)
        where V : unmanaged, IVector<V>
    {
        x = V.AtLeast(x, V.Constant(-104));
        var k = V.MultiplyAdd(x, V.Constant(1.4426950408889634), V.Constant(RoundingBias)) - V.Constant(RoundingBias);
        var r = V.MultiplyAdd(k, V.Constant(-0.693145751953125), x);
        r = V.MultiplyAdd(k, V.Constant(-1.42860682030941723e-6), r);
        return V.Scale(V.MultiplyAdd(ExpQuotient(r), r * r, r) + V.Constant(1), k);
    }

    // (eʳ − 1 − r) / r² for |r| ≤ ln 2 / 2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpQuotient<V>(V r)
        where V : unmanaged, IVector<V>
    {
        var p = V.Constant(0.0013814431);
        p = V.MultiplyAdd(p, r, V.Constant(0.008368797));
        p = V.MultiplyAdd(p, r, V.Constant(0.041668396));
        p = V.MultiplyAdd(p, r, V.Constant(0.1666652));
        return V.MultiplyAdd(p, r, V.Constant(0.49999994));
    }

    // π/2 in three parts; the remainder's error grows with |x| beyond 10⁴.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V QuarterTurns<V>(V x, out V k)
        where V : unmanaged, IVector<V>
    {
        k = V.MultiplyAdd(x, V.Constant(0.6366197723675814), V.Constant(RoundingBias)) - V.Constant(RoundingBias);
        var r = V.MultiplyAdd(k, V.Constant(-1.5707962512969971), x);
        r = V.MultiplyAdd(k, V.Constant(-7.549789415861596e-08), r);
        return V.MultiplyAdd(k, V.Constant(-5.390302529957765e-15), r);
    }
}
