namespace Seq2Seq.Tensors.Tests.Threading;

[Collection("thread count")]
public sealed class IndependentSharesTests : IDisposable
{
    private readonly int _before = Workers.ThreadCount;

    public void Dispose() => Workers.ThreadCount = _before;

    [Theory]
    [InlineData(1, 10, 1, 1)]
    [InlineData(2, 10, 1, 2)]
    [InlineData(3, 10, 1, 3)]
    [InlineData(3, 10, 4, 2)]
    [InlineData(3, 10, 11, 1)]
    [InlineData(3, 0, 1, 1)]
    public void Every_item_is_in_one_share(int threads, int items, int least, int shares)
    {
        Workers.ThreadCount = threads;
        var counts = new int[items];
        var seen = 0;

        FusedOps.in_shares(items, least, (first, count) =>
        {
            Interlocked.Increment(ref seen);
            for (var i = first; i < first + count; i++)
                Interlocked.Increment(ref counts[i]);
        });

        Assert.Equal(shares, seen);
        Assert.All(counts, count => Assert.Equal(1, count));
    }

    [Fact]
    public void Operations_in_shares_give_the_bits_they_give_alone()
    {
        Workers.ThreadCount = 2;
        var (x, weight) = (torch.randn(64, 96), torch.nn.Linear(96, 700));
        var found = new float[2][];

        FusedOps.in_shares(64, 32, (first, count) =>
        {
            using var scope = torch.NewDisposeScope();
            found[first / 32] = weight.call(x.narrow(0, first, count)).softmax(-1).data<float>().ToArray();
        });

        Assert.Equal(weight.call(x).softmax(-1).data<float>().ToArray(), found[0].Concat(found[1]).ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Gradients_are_recorded_as_for_the_caller(bool records)
    {
        Workers.ThreadCount = 2;
        var seen = new bool[2];
        using var mode = torch.set_grad_enabled(records);

        FusedOps.in_shares(2, 1, (first, _) => seen[first] = torch.is_grad_enabled());

        Assert.Equal([records, records], seen);
    }

    [Fact]
    public void The_error_of_the_first_share_that_has_one_comes_out()
    {
        Workers.ThreadCount = 3;

        var error = Assert.Throws<InvalidOperationException>(() => FusedOps.in_shares(3, 1, (first, _) =>
        {
            if (first > 0)
                throw new InvalidOperationException("share " + first);
        }));

        Assert.Equal("share 1", error.Message);
        FusedOps.in_shares(3, 1, (_, _) => { });
    }
}
