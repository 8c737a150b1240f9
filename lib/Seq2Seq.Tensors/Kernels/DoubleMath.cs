namespace Seq2Seq.Tensors;

/// <summary>Elementary functions of one double, by fused multiply-adds only, so that every machine gives the same bits.</summary>
internal static class DoubleMath
{
    private const double Log2E = 1.4426950408889634;
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double TwoOverRootPi = 1.1283791670955126;

    /// <summary>eˣ.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x))
            return x;
        if (x > 709.79)
            return double.PositiveInfinity;
        if (x < -745.2)
            return 0;
        var k = Math.Round(x * Log2E);
        var r = Math.FusedMultiplyAdd(k, -Ln2High, x);
        r = Math.FusedMultiplyAdd(k, -Ln2Low, r);

        // Taylor to r¹³: |r| ≤ ln 2 / 2, so the rest is below 2⁻⁵⁷.
        var p = 1.0 / 6227020800;
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 479001600);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 39916800);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 3628800);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 362880);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 40320);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 5040);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 720);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 120);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 24);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 6);
        p = Math.FusedMultiplyAdd(p, r, 0.5);
        p = Math.FusedMultiplyAdd(p, r, 1.0);
        p = Math.FusedMultiplyAdd(p, r, 1.0);
        var half = (int)k >> 1;
        return p * PowerOfTwo(half) * PowerOfTwo((int)k - half);
    }

    /// <summary>eˣ - 1, exact near zero.</summary>
    public static double Expm1(double x)
    {
        if (Math.Abs(x) >= 0.5)
            return Exp(x) - 1;

        // Taylor to x¹⁷.
        var p = 0.0;
        for (var n = 17; n >= 2; n--)
            p = (1 + p) * x / n;
        return Math.FusedMultiplyAdd(p, x, x);
    }

    /// <summary>The natural logarithm.</summary>
    public static double Log(double x)
    {
        if (double.IsNaN(x) || x < 0)
            return double.NaN;
        if (x == 0)
            return double.NegativeInfinity;
        if (double.IsPositiveInfinity(x))
            return x;
        var k = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0; // 2⁵⁴
            k = -54;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        k += (int)(bits >> 52) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            k++;
        }

        // ln(1 + f) = f - f²/2 + s (f²/2 + R), s = f / (2 + f), R = Σ 2 s²ⁿ / (2n + 1).
        var f = m - 1;
        var s = f / (2 + f);
        var z = s * s;
        var rest = 0.0;
        for (var n = 25; n >= 3; n -= 2)
            rest = Math.FusedMultiplyAdd(rest, z, 2.0 / n);
        rest *= z;
        var half = 0.5 * f * f;
        var low = Math.FusedMultiplyAdd(k, Ln2Low, s * (half + rest));
        return Math.FusedMultiplyAdd(k, Ln2High, f - (half - low));
    }

    /// <summary>ln(1 + x), exact near zero.</summary>
    public static double Log1p(double x)
    {
        var u = 1 + x;
        if (u == 1)
            return x;
        if (double.IsInfinity(u) || u <= 0)
            return Log(u);

        // Kahan: what 1 + x lost by rounding comes back as a first-order correction.
        return Log(u) + (x - (u - 1)) / u;
    }

    /// <summary>The hyperbolic tangent.</summary>
    public static double Tanh(double x)
    {
        if (double.IsNaN(x))
            return x;
        var size = Math.Abs(x);
        if (size > 20)
            return x < 0 ? -1 : 1;
        var e = Expm1(2 * size);
        var y = e / (e + 2);
        return Math.CopySign(y, x);
    }

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    public static double Sigmoid(double x)
    {
        var e = Exp(-Math.Abs(x));
        return (x >= 0 ? 1 : e) / (1 + e);
    }

    /// <summary>The error function.</summary>
    public static double Erf(double x)
    {
        if (double.IsNaN(x))
            return x;
        var size = Math.Abs(x);
        if (size > 6)
            return x < 0 ? -1 : 1;

        // erf x = 2/√π · e^(-x²) · Σ 2ⁿ x²ⁿ⁺¹ / (2n + 1)!!: every term positive, so nothing cancels.
        var term = size;
        var sum = size;
        for (var n = 1; n < 160 && term > 1e-18 * sum; n++)
        {
            term *= 2 * size * size / (2 * n + 1);
            sum += term;
        }

        var y = TwoOverRootPi * Exp(-size * size) * sum;
        return x < 0 ? -y : y;
    }

    /// <summary>The sine.</summary>
    public static double Sin(double x) => SinOfQuarter(x, 0);

    /// <summary>The cosine.</summary>
    public static double Cos(double x) => SinOfQuarter(x, 1);

    /// <summary>x to the power y, with the special cases of C's pow.</summary>
    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1)
            return 1;
        if (double.IsNaN(x) || double.IsNaN(y))
            return double.NaN;
        var whole = y == Math.Floor(y);
        if (whole && Math.Abs(y) <= 64)
            return y < 0 ? 1 / WholePower(x, (int)-y) : WholePower(x, (int)y);
        if (y == 0.5 && x >= 0)
            return Math.Sqrt(x);
        if (x < 0 && !whole)
            return double.IsInfinity(y) || double.IsInfinity(x) ? Math.Pow(x, y) : double.NaN;
        var odd = whole && Math.Abs(y) < 9007199254740992.0 && ((long)y & 1) != 0;
        if (x == 0)
            return y > 0 ? odd ? x : 0 : odd ? 1 / x : double.PositiveInfinity;
        var result = Exp(y * Log(Math.Abs(x)));
        return x < 0 && odd ? -result : result;
    }

    private static double WholePower(double x, int n)
    {
        var y = 1.0;
        for (; n > 0; n >>= 1, x *= x)
            y = (n & 1) != 0 ? y * x : y;
        return y;
    }

    // π/2 in three parts of 33 bits: exact products for |x| up to 10⁵ or so; beyond, the error grows with x.
    private static double SinOfQuarter(double x, long shift)
    {
        if (!double.IsFinite(x))
            return double.NaN;
        var k = Math.Round(x * (2 / Math.PI));
        var r = Math.FusedMultiplyAdd(k, -1.57079632673412561417e+00, x);
        r = Math.FusedMultiplyAdd(k, -6.07710050630396597660e-11, r);
        r = Math.FusedMultiplyAdd(k, -2.02226624879595063154e-21, r);
        var quarter = ((long)k + shift) & 3;
        var y = (quarter & 1) == 0 ? SinNear(r) : CosNear(r);
        return (quarter & 2) == 0 ? y : -y;
    }

    private static double SinNear(double r)
    {
        var z = r * r;
        var p = 0.0;
        for (var n = 19; n >= 3; n -= 2)
            p = (1 + p) * (-z / (n * (n - 1.0)));
        return Math.FusedMultiplyAdd(p, r, r);
    }

    private static double CosNear(double r)
    {
        var z = r * r;
        var p = 0.0;
        for (var n = 20; n >= 2; n -= 2)
            p = (1 + p) * (-z / (n * (n - 1.0)));
        return 1 + p;
    }

    private static double PowerOfTwo(int k) => BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);
}
