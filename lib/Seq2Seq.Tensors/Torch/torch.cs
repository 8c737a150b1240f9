namespace Seq2Seq.Tensors;

/// <summary>The entry point of the engine, in the shape of TorchSharp's <c>torch</c>.</summary>
public static partial class torch
{
    /// <summary>The number of elements.</summary>
    /// <param name="input">The tensor.</param>
    public static long numel(Tensor input) => input.numel();

    /// <summary>The number of threads that large operations use.</summary>
    public static int get_num_threads() => Workers.ThreadCount;

    /// <summary>Sets the number of threads that large operations use. Results do not depend on it.</summary>
    /// <param name="num">At least 1.</param>
    public static void set_num_threads(int num)
    {
        if (num < 1)
            throw Throw.Bad($"set_num_threads: {num} threads cannot compute; ask for at least 1");
        Workers.ThreadCount = num;
    }
}
