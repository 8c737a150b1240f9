namespace Seq2Seq.Tensors;

/// <summary>Numbers of kernels that are written once for float and double.</summary>
internal static unsafe class Real
{
    public static double Get<T>(T* p, nint i)
        where T : unmanaged => typeof(T) == typeof(double) ? ((double*)p)[i] : ((float*)p)[i];

    public static void Set<T>(T* p, nint i, double value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
            ((double*)p)[i] = value;
        else
            ((float*)p)[i] = (float)value;
    }

    /// <summary>What is left of a value that is stored as T.</summary>
    public static double Rounded<T>(double value)
        where T : unmanaged => typeof(T) == typeof(double) ? value : (float)value;
}
