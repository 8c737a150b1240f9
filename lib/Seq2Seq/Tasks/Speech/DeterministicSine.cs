namespace Seq2Seq.Tasks;

/// <summary>sin of whole turns from products and sums alone: the same bits on every machine, which the system's sine does not promise.</summary>
internal static class DeterministicSine
{
    /// <summary>sin 2πt, within 2e-9.</summary>
    public static double OfTurns(double turns)
    {
        // To a quarter turn around zero: sin is odd, and sin(π − x) = sin x.
        var x = turns - Math.Round(turns);
        if (x > 0.25) x = 0.5 - x;
        else if (x < -0.25) x = -0.5 - x;
        var angle = x * (2 * Math.PI);
        var square = angle * angle;
        // Taylor to x¹³: at π/2 the next term is 7e-10.
        var sum = 1 - square / 156;
        sum = 1 - square / 110 * sum;
        sum = 1 - square / 72 * sum;
        sum = 1 - square / 42 * sum;
        sum = 1 - square / 20 * sum;
        sum = 1 - square / 6 * sum;
        return angle * sum;
    }
}
