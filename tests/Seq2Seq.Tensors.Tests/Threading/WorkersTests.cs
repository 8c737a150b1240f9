using System.Globalization;

namespace Seq2Seq.Tensors.Tests.Threading;

[Collection("thread count")]
public sealed class WorkersTests : IDisposable
{
    private readonly int _before = Workers.ThreadCount;

    public void Dispose() => Workers.ThreadCount = _before;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Every_chunk_runs_exactly_once(int threads)
    {
        Workers.ThreadCount = threads;
        for (var round = 0; round < 2000; round++)
        {
            var counts = new int[round % 40];
            var body = new Counting(counts);

            Workers.For(counts.Length, ref body);

            Assert.All(counts, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void Jobs_from_several_threads_and_from_within_jobs_all_finish()
    {
        Workers.ThreadCount = 3;
        var totals = new int[4];
        var threads = Enumerable.Range(0, totals.Length).Select(t => new Thread(() =>
        {
            for (var round = 0; round < 500; round++)
            {
                var body = new Nested(totals, t);
                Workers.For(5, ref body);
            }
        })).ToArray();

        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            Assert.True(thread.Join(TimeSpan.FromSeconds(60)));

        Assert.All(totals, total => Assert.Equal(500 * 5 * 3, total));
    }

    [Fact]
    public void A_job_allocates_nothing()
    {
        Workers.ThreadCount = 2;
        var body = new Counting(new int[16]);
        Workers.For(16, ref body);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
            Workers.For(16, ref body);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Idle_workers_use_no_processor_time()
    {
        Workers.ThreadCount = 3;
        var body = new Counting(new int[16]);
        Workers.For(16, ref body);
        Thread.Sleep(200);
        var before = WorkerTicks();

        Thread.Sleep(500);

        // A spinning thread would have used some 50 ticks of 10 ms each.
        Assert.InRange(WorkerTicks() - before, 0, 2);
    }

    [Fact]
    public void Two_threads_are_not_slower_than_one_when_every_core_is_busy()
    {
        using var done = new CancellationTokenSource();
        var busy = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() => Burn(done.Token)) { IsBackground = true }).ToArray();
        foreach (var thread in busy)
            thread.Start();
        var times = new List<double>[] { [], [], [] };

        for (var round = 0; round < 301; round++)
        {
            foreach (var threads in new[] { 1, 2 })
            {
                Workers.ThreadCount = threads;
                var body = new Arithmetic(new double[8]);
                var start = System.Diagnostics.Stopwatch.GetTimestamp();
                Workers.For(8, ref body);
                times[threads].Add(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        done.Cancel();
        times[1].Sort();
        times[2].Sort();

        // A pool that waits for a thread which is not scheduled turns such jobs of some 40 us into whole time slices of 4 ms. The
        // fifth part of the time is room for what the scheduler does to either.
        Assert.InRange(times[2][150], 0, 1.2 * times[1][150] + 0.05);
    }

    private static void Burn(CancellationToken done)
    {
        var x = 1.0;
        while (!done.IsCancellationRequested)
        {
            for (var i = 0; i < 10_000; i++)
                x = (x * 1.0000001) + 1e-9;
        }

        GC.KeepAlive(x);
    }

    // User and system time, in kernel ticks, of the threads that Workers named; other tests run beside this one.
    private static long WorkerTicks()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");
        return Directory.GetDirectories($"/proc/{Environment.ProcessId}/task")
            .Select(folder => File.ReadAllText(Path.Combine(folder, "stat")))
            .Where(stat => stat.Contains("(tensor worker", StringComparison.Ordinal))
            .Select(stat => stat[(stat.LastIndexOf(')') + 2)..].Split(' '))
            .Sum(fields => long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture));
    }

    private readonly struct Counting(int[] counts) : IChunkBody
    {
        public void Run(int chunk) => Interlocked.Increment(ref counts[chunk]);
    }

    private readonly struct Arithmetic(double[] results) : IChunkBody
    {
        public void Run(int chunk)
        {
            var x = 1.0;
            for (var i = 0; i < 5_000; i++)
                x = (x * 1.0000001) + 1e-9;
            results[chunk] = x;
        }
    }

    private readonly struct Nested(int[] totals, int index) : IChunkBody
    {
        public void Run(int chunk)
        {
            var inner = new Adding(totals, index);
            Workers.For(3, ref inner);
        }
    }

    private readonly struct Adding(int[] totals, int index) : IChunkBody
    {
        public void Run(int chunk) => Interlocked.Increment(ref totals[index]);
    }
}
