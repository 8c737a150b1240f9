namespace Seq2Seq.Tensors.Modules;

/// <summary>Whole powers by repeated squaring: the same bits everywhere, which Math.Pow does not promise.</summary>
internal static class Power
{
    public static double Of(double value, long exponent)
    {
        var result = 1.0;
        for (var rest = Math.Abs(exponent); rest > 0; rest >>= 1)
        {
            if ((rest & 1) == 1)
                result *= value;
            value *= value;
        }

        return exponent < 0 ? 1 / result : result;
    }
}
