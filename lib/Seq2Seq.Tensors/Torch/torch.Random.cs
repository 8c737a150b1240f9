namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>1 and 0; the elements say how likely 1 is.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    /// <summary>Indices drawn from each row, the elements being their weights.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="num_samples">How many from each row.</param>
    /// <param name="replacement">May one be drawn twice?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        input.multinomial(num_samples, replacement, generator);
}
