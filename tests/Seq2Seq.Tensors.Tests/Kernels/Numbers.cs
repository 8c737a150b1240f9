namespace Seq2Seq.Tensors.Tests.Kernels;

/// <summary>Repeatable test data that owes nothing to the code under test.</summary>
internal static class Numbers
{
    /// <summary>Values on [-scale, scale), the same for the same seed.</summary>
    public static float[] Random(int count, int seed, float scale = 1)
    {
        var state = (ulong)seed * 0x9E3779B97F4A7C15 + 1;
        var y = new float[count];
        for (var i = 0; i < count; i++)
        {
            state = state * 6364136223846793005 + 1442695040888963407;
            y[i] = ((state >> 40) / (float)(1 << 23) - 1) * scale;
        }

        return y;
    }
}
