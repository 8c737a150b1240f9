namespace Seq2Seq.Tensors.Tests.Threading;

[Collection("thread count")]
public sealed class BothEndsTests : IDisposable
{
    private readonly int _before = Workers.ThreadCount;

    public void Dispose() => Workers.ThreadCount = _before;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_chunk_runs_once_whoever_takes_it(int threads)
    {
        Workers.ThreadCount = threads;
        for (var round = 0; round < 2000; round++)
        {
            var counts = new int[round % 40];
            var body = new Counting(counts);

            BothEnds.For(counts.Length, ref body);

            Assert.All(counts, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void One_thread_goes_from_the_first_to_the_last()
    {
        Workers.ThreadCount = 1;
        var order = new List<int>();
        var body = new Noting(order);

        BothEnds.For(5, ref body);

        Assert.Equal([0, 1, 2, 3, 4], order);
    }

    private readonly struct Counting(int[] counts) : IChunkBody
    {
        public void Run(int chunk) => Interlocked.Increment(ref counts[chunk]);
    }

    private readonly struct Noting(List<int> order) : IChunkBody
    {
        public void Run(int chunk) => order.Add(chunk);
    }
}
