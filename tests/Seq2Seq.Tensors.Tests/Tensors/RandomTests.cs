using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Tests.Tensors;

public sealed class RandomTests
{
    [Fact]
    public void The_same_seed_gives_the_same_numbers()
    {
        using var a = new Generator(5);
        using var b = new Generator(5);

        Assert.Equal(rand(7, generator: a).data<float>().ToArray(), rand(7, generator: b).data<float>().ToArray());
        Assert.Equal(randn(7, generator: a).data<float>().ToArray(), randn(7, generator: b).data<float>().ToArray());
        Assert.Equal(randperm(7, generator: a).data<long>().ToArray(), randperm(7, generator: b).data<long>().ToArray());
    }

    [Fact]
    public void A_state_can_be_kept_and_gone_back_to()
    {
        using var generator = new Generator(5);
        _ = randn(3, generator: generator);
        using var state = generator.get_state();
        var first = randn(3, generator: generator).data<float>().ToArray();

        generator.set_state(state);

        Assert.Equal(first, randn(3, generator: generator).data<float>().ToArray());
        Assert.NotEqual(first, randn(3, generator: generator).data<float>().ToArray());
        Assert.Equal(5, generator.initial_seed());
    }

    // 100,000 draws: the mean of uniform numbers strays by 0.0009 (1 sigma), that of normal ones by 0.0032; 5 sigma allowed.
    [Fact]
    public void Means_and_deviations_are_those_of_the_distributions()
    {
        using var generator = new Generator(1);
        const int n = 100_000;
        var uniform = zeros(n).uniform_(-1, 3, generator);
        var normal = zeros(n).normal_(2, 0.5, generator);

        Assert.InRange(uniform.mean().item<float>(), 1 - 0.019, 1 + 0.019);
        Assert.InRange(uniform.min().item<float>(), -1, -0.99);
        Assert.InRange(uniform.max().item<float>(), 2.99, 3);
        Assert.InRange(normal.mean().item<float>(), 2 - 0.008, 2 + 0.008);
        Assert.InRange(normal.std().item<float>(), 0.5 - 0.006, 0.5 + 0.006);
        Assert.InRange(zeros(n).bernoulli_(0.3, generator).mean().item<float>(), 0.3 - 0.0073, 0.3 + 0.0073);
    }

    [Fact]
    public void Integers_cover_their_range_evenly()
    {
        using var generator = new Generator(1);

        var counts = randint(-2, 3, [50_000], generator: generator).add(2).bincount(null).data<long>().ToArray();

        // 10,000 expected, sigma 89.
        Assert.Equal(5, counts.Length);
        Assert.All(counts, c => Assert.InRange(c, 10_000 - 450, 10_000 + 450));
    }

    [Fact]
    public void A_permutation_holds_each_integer_once()
    {
        using var generator = new Generator(1);

        var values = randperm(1000, generator: generator).data<long>().ToArray();

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (long)i), values.Order());
        Assert.NotEqual(values.Order(), values);
    }

    [Fact]
    public void Draws_follow_their_weights_and_never_take_a_zero()
    {
        using var generator = new Generator(1);
        var weights = tensor([1f, 0f, 3f]);

        var counts = weights.multinomial(40_000, replacement: true, generator).bincount(null, minlength: 3).data<long>().ToArray();
        var both = weights.multinomial(2, generator: generator).data<long>().ToArray();

        // 10,000 and 30,000 expected, sigma 87.
        Assert.InRange(counts[0], 9_560, 10_440);
        Assert.Equal(0, counts[1]);
        Assert.Equal([0L, 2], both.Order());
    }

    [Fact]
    public void Randperm_writes_the_same_order_into_a_tensor_of_another_type()
    {
        using var a = new Generator(3);
        using var b = new Generator(3);
        using var target = zeros(9, dtype: ScalarType.Int32);

        Assert.Same(target, randperm(9, target, a));
        Assert.Equal(randperm(9, generator: b).data<long>().ToArray(), target.to_type(ScalarType.Int64).data<long>().ToArray());
        Assert.Equal("randperm: n = 8 numbers do not fit out of shape (9). Give a tensor of shape (8,). (Parameter 'out')",
            Assert.Throws<ArgumentException>(() => randperm(8, target)).Message);
    }

    [Fact]
    public void The_static_forms_of_index_add_and_gather_are_the_methods()
    {
        using var x = arange(6).to(float32).reshape(3, 2);
        using var index = tensor(new[] { 2L, 0 });
        using var expected = x.index_add(0, index, ones(2, 2), 2);

        Assert.Equal(expected.data<float>().ToArray(), torch.index_add_(x, 0, index, ones(2, 2), 2).data<float>().ToArray());
        Assert.Equal(expected.data<float>().ToArray(), x.data<float>().ToArray());
        Assert.Equal(x.gather(0, index.reshape(1, 2)).data<float>().ToArray(), torch.gather(x, 0, index.reshape(1, 2), sparse_grad: true).data<float>().ToArray());
    }
}
