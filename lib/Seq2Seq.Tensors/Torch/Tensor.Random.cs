namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Fills with uniform random numbers.</summary>
        /// <param name="from">The lowest.</param>
        /// <param name="to">The end, not included.</param>
        /// <param name="generator">Where the numbers come from.</param>
        public Tensor uniform_(double from, double to, Generator? generator = null)
        {
            InPlace.Check("uniform_", this);
            RandomFill.Uniform("uniform_", this, from, to, generator);
            InPlace.Changed(this, null);
            return this;
        }

        /// <summary>Fills with normal random numbers.</summary>
        /// <param name="mean">Their mean.</param>
        /// <param name="std">Their standard deviation.</param>
        /// <param name="generator">Where the numbers come from.</param>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null)
        {
            InPlace.Check("normal_", this);
            RandomFill.Normal("normal_", this, mean, std, generator);
            InPlace.Changed(this, null);
            return this;
        }

        /// <summary>Fills with 1 and 0.</summary>
        /// <param name="p">How likely 1 is.</param>
        /// <param name="generator">Where the numbers come from.</param>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null)
        {
            InPlace.Check("bernoulli_", this);
            if (!(p >= 0 && p <= 1))
                throw Throw.Bad($"bernoulli_: probability {Throw.D(p)} must be between 0 and 1");
            using var draws = Uninitialized(Sizes, ScalarType.Float32, scoped: false);
            RandomFill.Uniform("bernoulli_", draws, 0, 1, generator);
            using var ones = Arithmetic.Compare<LessComparison>(draws, (float)p);
            Copying.Copy(ones, this);
            InPlace.Changed(this, null);
            return this;
        }

        /// <summary>Fills with 1 and 0.</summary>
        /// <param name="p">How likely 1 is, element by element.</param>
        /// <param name="generator">Where the numbers come from.</param>
        public Tensor bernoulli_(Tensor p, Generator? generator = null)
        {
            InPlace.Check("bernoulli_", this);
            using (no_grad())
            {
                using var drawn = p.expand(Sizes).bernoulli(generator);
                Copying.Copy(drawn, this);
            }

            InPlace.Changed(this, null);
            return this;
        }

        /// <summary>1 and 0; the elements say how likely 1 is.</summary>
        /// <param name="generator">Where the numbers come from.</param>
        public Tensor bernoulli(Generator? generator = null)
        {
            RequireFloat("bernoulli");
            using var draws = Uninitialized(Sizes, dtype, scoped: false);
            RandomFill.Uniform("bernoulli", draws, 0, 1, generator);
            using var ones = Arithmetic.Compare<LessComparison>("bernoulli", draws, this);
            return ones.to_type(dtype);
        }

        /// <summary>Indices drawn from each row, the elements being their weights.</summary>
        /// <param name="num_samples">How many from each row.</param>
        /// <param name="replacement">May one be drawn twice?</param>
        /// <param name="generator">Where the numbers come from.</param>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Sampling.Multinomial(this, num_samples, replacement, generator);
    }

    /// <summary>Random integers in [0, high).</summary>
    /// <param name="high">The end, not included.</param>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type; left out, Int64.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Sampling.Integers(0, high, size, dtype, requires_grad, generator);

    /// <summary>Random integers in [low, high).</summary>
    /// <param name="low">The lowest.</param>
    /// <param name="high">The end, not included.</param>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type; left out, Int64.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Sampling.Integers(low, high, size, dtype, requires_grad, generator);

    /// <summary>Random integers in [0, high).</summary>
    /// <param name="high">The end, not included.</param>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type; left out, Int64.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor randint(
        long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Sampling.Integers(0, high, size.Shape, dtype, requires_grad, generator);

    /// <summary>Random integers in [low, high).</summary>
    /// <param name="low">The lowest.</param>
    /// <param name="high">The end, not included.</param>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type; left out, Int64.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor randint(
        long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Sampling.Integers(low, high, size.Shape, dtype, requires_grad, generator);

    /// <summary>Random integers in [0, high).</summary>
    /// <param name="high">The end, not included.</param>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type; left out, Int64.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor randint(
        int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Sampling.Integers(0, high, Array.ConvertAll(size, n => (long)n), dtype, requires_grad, generator);

    /// <summary>Random integers in [low, high).</summary>
    /// <param name="low">The lowest.</param>
    /// <param name="high">The end, not included.</param>
    /// <param name="size">The sizes.</param>
    /// <param name="dtype">The element type; left out, Int64.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor randint(
        int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Sampling.Integers(low, high, Array.ConvertAll(size, n => (long)n), dtype, requires_grad, generator);

    /// <summary>The integers 0 ... n − 1 in random order.</summary>
    /// <param name="n">How many.</param>
    /// <param name="dtype">The element type; left out, Int64.</param>
    /// <param name="device">The device.</param>
    /// <param name="requires_grad">Gather a gradient?</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor randperm(
        long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Sampling.Permutation(n, dtype, requires_grad, generator);

    /// <summary>The integers 0 ... n − 1 in random order, written into a tensor.</summary>
    /// <param name="n">How many.</param>
    /// <param name="out">Where they go: one dimension of n elements; its element type stays.</param>
    /// <param name="generator">Where the numbers come from.</param>
    public static Tensor randperm(long n, Tensor @out, Generator? generator = null)
    {
        if (@out.Rank != 1 || @out.Sizes[0] != n)
            throw new ArgumentException($"randperm: n = {n} numbers do not fit out of shape {Shapes.Text(@out.Sizes)}. Give a tensor of shape ({n},).", nameof(@out));
        using var order = Sampling.Permutation(n, null, false, generator);
        return @out.copy_(order);
    }
}
