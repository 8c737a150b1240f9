using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Tests.Autograd;

/// <summary>A gradient that is a part of larger memory is read where it lies: the same bits as those of a copy.</summary>
public sealed class StridedGradientTests
{
    private const int Batch = 6;
    private const int Steps = 7;
    private const int Hidden = 24;

    [Theory]
    [InlineData(nameof(Linear))]
    [InlineData(nameof(Gru))]
    [InlineData(nameof(Lstm))]
    [InlineData(nameof(Context))]
    [InlineData(nameof(Scores))]
    [InlineData(nameof(Turned))]
    [InlineData(nameof(JoinedTwice))]
    public void A_joined_part_and_an_expanded_sum_get_the_gradients_of_a_dense_one(string part)
    {
        Func<Tensor, Tensor> run = part switch
        {
            nameof(Linear) => Linear,
            nameof(Gru) => Gru,
            nameof(Lstm) => Lstm,
            nameof(Context) => Context,
            nameof(Scores) => Scores,
            nameof(Turned) => Turned,
            _ => JoinedTwice,
        };
        var slope = Random(3, Batch, Steps, 3 * Hidden);

        Assert.Equal(Gradient(run, y => y * ones(1), slope), Gradient(run, y => y, slope));
        Assert.Equal(Sum(run, y => y * ones(1)), Sum(run, y => y));
    }

    [Fact]
    public void A_memory_read_at_every_step_adds_each_product_as_a_whole()
    {
        var queries = Enumerable.Range(0, 4).Select(t => Random(t, Batch, 1, Steps)).ToArray();
        var slopes = queries.Select((_, t) => Random(10 + t, Batch, 1, Hidden)).ToArray();
        var memory = Random(5, Batch, Steps, Hidden).requires_grad_();

        cat(queries.Select(q => bmm(q, memory)).ToArray(), 1).backward([cat(slopes, 1)]);

        var expected = bmm(queries[3].transpose(1, 2), slopes[3]);
        for (var t = 2; t >= 0; t--)
            expected = expected + bmm(queries[t].transpose(1, 2), slopes[t]);
        Assert.Equal(Numbers(expected), Numbers(memory.grad!));
    }

    private static Tensor Linear(Tensor x)
    {
        manual_seed(1);
        return nn.Linear(Hidden, Hidden).call(x);
    }

    private static Tensor Gru(Tensor x)
    {
        manual_seed(1);
        return nn.GRU(Hidden, Hidden, batchFirst: true).call(x, null).Item1;
    }

    private static Tensor Lstm(Tensor x)
    {
        manual_seed(1);
        return nn.LSTM(Hidden, Hidden, batchFirst: true).call(x, null).Item1;
    }

    private static Tensor Context(Tensor x) => bmm(Random(4, Batch, Steps, Steps), x);

    private static Tensor Scores(Tensor x) => bmm(x, bmm(Random(4, Batch, Hidden, Steps), x).transpose(1, 2));

    private static Tensor Turned(Tensor x) => x.transpose(0, 1).contiguous().view(Steps, Batch, Hidden).transpose(0, 1);

    private static Tensor JoinedTwice(Tensor x) => cat([x.narrow(2, 0, Hidden / 2), x.narrow(2, Hidden / 2, Hidden / 2) * 2], -1);

    private static float[] Gradient(Func<Tensor, Tensor> run, Func<Tensor, Tensor> between, Tensor slope)
    {
        var x = Random(2, Batch, Steps, Hidden).requires_grad_();
        var y = cat([Random(7, Batch, Steps, Hidden), between(run(x))], -1);
        y.backward([slope.narrow(2, 0, y.size(2)).contiguous()]);
        return Numbers(x.grad!);
    }

    private static float[] Sum(Func<Tensor, Tensor> run, Func<Tensor, Tensor> between)
    {
        var x = Random(2, Batch, Steps, Hidden).requires_grad_();
        between(run(x)).sum().backward();
        return Numbers(x.grad!);
    }

    private static Tensor Random(int seed, params long[] sizes)
    {
        manual_seed(seed);
        return randn(sizes);
    }

    private static float[] Numbers(Tensor x) => x.contiguous().data<float>().ToArray();
}
