using System.Diagnostics;
using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Tests.Scripting;

[Collection(Alone.Name)]
public sealed class InterruptTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    // The second one did not end while the thread and its signal mask were kept: see CellThread and SignalMask.
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("long spins = 0; while (true) spins++;")]
    [InlineData("await Task.Yield(); while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(120_000);")]
    public async Task A_cell_can_be_interrupted_again_and_again(string code)
    {
        using var session = new SessionFixture();
        await session.Run("var kept = 5;");

        for (var times = 0; times < 3; times++)
            Assert.Equal(CellStatus.Interrupted, await Interrupted(session, code));

        Assert.Equal("5", await session.Value("kept"));
    }

    [Fact]
    public async Task An_interrupt_comes_through_when_the_cell_has_filled_the_thread_pool()
    {
        // The pool is this process's own: the gate opens from here as soon as the cell has ended, else every other test would wait for minutes.
        var gate = new ManualResetEventSlim();
        AppDomain.CurrentDomain.SetData("gate", gate);
        using var session = new SessionFixture();
        await session.Run("var gate = (System.Threading.ManualResetEventSlim)AppDomain.CurrentDomain.GetData(\"gate\");");

        var clock = Stopwatch.StartNew();
        var status = await Interrupted(session, "for (var n = 0; n < 200; n++) _ = Task.Run(() => gate.Wait(60_000)); while (true) { }", gate.Set);

        Assert.Equal(CellStatus.Interrupted, status);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Limit);
    }

    [Fact]
    public async Task Who_interrupts_again_a_cell_that_catches_everything_is_told_what_ends_it()
    {
        var stop = new ManualResetEventSlim();
        AppDomain.CurrentDomain.SetData("stop", stop);
        using var session = new SessionFixture();
        await session.Run("var stop = (System.Threading.ManualResetEventSlim)AppDomain.CurrentDomain.GetData(\"stop\");");
        var shown = new Collected();
        var cell = session.Session.RunAsync(new CellRequest("while (true) { try { System.Threading.Thread.Sleep(20); } catch { if (stop.IsSet) break; } }", "In[9]"), shown, CancellationToken.None);
        await Task.Delay(500, TestContext.Current.CancellationToken);

        session.Session.Interrupt();
        await Task.Delay(2500, TestContext.Current.CancellationToken);
        session.Session.Interrupt();
        await Task.Delay(500, TestContext.Current.CancellationToken);
        stop.Set();
        await cell.WaitAsync(Limit, TestContext.Current.CancellationToken);

        Assert.Equal("The cell catches the interrupt and goes on. Only the end of its process ends it: restart the kernel.\n", shown.Stderr);
    }

    private static async Task<CellStatus> Interrupted(SessionFixture session, string code, Action? after = null)
    {
        var running = Task.Factory.StartNew(() =>
        {
            var cell = session.Session.RunAsync(new CellRequest(code, "In[9]"), new Collected(), CancellationToken.None);
            try
            {
                Assert.True(cell.Wait(Limit), "The cell was not interrupted in time.");
            }
            finally
            {
                after?.Invoke();
            }
            return cell.Result;
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.Factory.StartNew(() => Thread.Sleep(700), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        session.Session.Interrupt();
        return (await running).Status;
    }
}
