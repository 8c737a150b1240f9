namespace Seq2Seq.Tensors.Tests.Random;

public sealed class PhiloxTests
{
    // Known answers that Salmon et al. publish with Random123 (kat_vectors, philox4x32 10).
    [Fact]
    public void Blocks_match_the_published_known_answers()
    {
        Assert.Equal((0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u), Philox.Block(0, 0));
        Assert.Equal(
            (0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu), Philox.Block(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue));
        Assert.Equal(
            (0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u),
            Philox.Block(0x299f31d0a4093822, 0x85a308d3243f6a88, 0x0370734413198a2e));
    }

    [Fact]
    public void Values_depend_on_their_counter_and_not_on_the_span_they_are_filled_in()
    {
        var whole = new float[1003];
        var part = new float[403];

        Philox.Uniform(whole, 7, 100);
        Philox.Uniform(part, 7, 250);

        Assert.Equal(whole.AsSpan(600).ToArray(), part);
    }

    [Fact]
    public void Moments_are_those_of_the_distribution()
    {
        var uniform = new float[100_000];
        var normal = new float[100_000];
        var wide = new double[100_000];
        var coins = new float[100_000];

        Philox.Uniform(uniform, 1, 0);
        Philox.Normal(normal, 2, 0);
        Philox.Normal(wide, 3, 0);
        Philox.Bernoulli(coins, 0.3f, 4, 0);

        // Five standard errors of 100,000 draws.
        Assert.InRange(uniform.Average(v => (double)v), 0.5 - 0.0046, 0.5 + 0.0046);
        Assert.InRange(normal.Average(v => (double)v), -0.016, 0.016);
        Assert.InRange(normal.Average(v => (double)v * v), 1 - 0.0224, 1 + 0.0224);
        Assert.InRange(normal.Average(v => Math.Pow(v, 4)), 3 - 0.155, 3 + 0.155);
        Assert.InRange(wide.Average(v => v * v), 1 - 0.0224, 1 + 0.0224);
        Assert.InRange(coins.Average(v => (double)v), 0.3 - 0.00725, 0.3 + 0.00725);
        Assert.All(uniform, v => Assert.InRange(v, 0f, 0.99999995f));
    }
}
