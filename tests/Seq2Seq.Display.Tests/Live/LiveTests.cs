namespace Seq2Seq.Display.Tests.Live;

/// <summary>Progress and live figures, with a host and without; one class, as the host is one for the process.</summary>
public class LiveTests
{
    [Fact]
    public void A_host_gets_one_display_and_then_updates_of_it()
    {
        using var host = new Host();
        var clock = new Clock();
        var progress = new Progress("epoch 1", 4, time: clock);

        for (var i = 0; i < 4; i++)
        {
            clock.Pass(0.5);
            progress.Step();
        }
        progress.Dispose();

        Assert.Equal([false, true, true, true, true], host.Published.Select(shown => shown.IsUpdate));
        Assert.Single(host.Published.Select(shown => shown.Id).Distinct());
        Assert.Equal("epoch 1 ██████░░░░░░░░░░░░░░░░░░ 1 of 4, 2/s, 2 s left", host.Published[0].Forms["text/plain"]);
        Assert.Contains("<progress max=\"1\" value=\"0.25\"", host.Published[0].Forms["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_stays_tells_no_time()
    {
        using var host = new Host();
        var clock = new Clock();
        var progress = new Progress("epoch 1", 2, time: clock);

        clock.Pass(3.21);
        progress.Step(2, "loss 0.5");
        progress.Dispose();

        Assert.Equal("epoch 1 ████████████████████████ 2 of 2, done, loss 0.5", host.Published[^1].Forms["text/plain"]);
    }

    [Fact]
    public void Work_that_is_left_early_is_marked()
    {
        using var host = new Host();

        foreach (var item in Progress.Over([1, 2, 3], "search"))
        {
            if (item == 2)
                break;
        }

        Assert.Equal("search ████████░░░░░░░░░░░░░░░░ 1 of 3, stopped", host.Published[^1].Forms["text/plain"]);
    }

    [Fact]
    public void A_fast_loop_does_not_flood_the_host()
    {
        using var host = new Host();
        var clock = new Clock();
        using var progress = new Progress("steps", 100_000, time: clock);

        for (var i = 0; i < 100_000; i++)
        {
            clock.Pass(1e-5);
            progress.Step();
        }

        // One second of work, at most ten updates in it.
        Assert.InRange(host.Published.Count, 2, 11);
    }

    [Fact]
    public void Without_a_host_lines_are_sparse()
    {
        var clock = new Clock();
        var text = new StringWriter();

        foreach (var _ in Progress.Over(Enumerable.Range(0, 600), "epoch", text, clock))
            clock.Pass(0.1);

        // One minute of work: a line to begin with, one every ten seconds, one at the end.
        var lines = text.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(lines.Length, 6, 8);
        Assert.Equal("epoch ████████████████████████ 600 of 600, done", lines[^1]);
    }

    [Fact]
    public void Without_a_known_total_there_is_a_count_and_a_rate()
    {
        var clock = new Clock();
        var text = new StringWriter();
        var progress = new Progress("reading", text: text, time: clock);

        clock.Pass(4);
        progress.Report(2, "a.tsv");

        Assert.Equal("reading 2, 2 s each, a.tsv" + Environment.NewLine, text.ToString());
    }

    [Fact]
    public void A_live_figure_grows_and_then_makes_room_for_the_finished_one()
    {
        using var host = new Host();
        var clock = new Clock();
        var live = new LiveFigure(Figure.Line("Loss", "step", "nats"), time: clock);

        for (var step = 0; step < 3; step++)
        {
            clock.Pass(1);
            live.Add("train", step, 3 - step);
        }
        var finished = live.Finish();

        Assert.Equal(4, host.Published.Count);
        Assert.Contains("<svg", host.Published[2].Forms["text/html"], StringComparison.Ordinal);
        Assert.Empty(host.Published[3].Forms);
        Assert.True(host.Published[3].IsUpdate);
        Assert.Equal(Figure.Line("Loss", "step", "nats").Add("train", [0, 1, 2], [3, 2, 1]).ToSvg(), finished.ToSvg());
    }

    [Fact]
    public void Without_a_host_a_live_figure_is_a_line_of_its_latest_values()
    {
        var text = new StringWriter();
        var live = new LiveFigure(Figure.Line("Loss"), text, new Clock());

        live.Add("train", 0, 3.25);
        live.Add("train", 1, 3);

        Assert.Equal("train 3.25 at 0" + Environment.NewLine, text.ToString());
    }

    [Fact]
    public void Show_publishes_at_once_and_gives_the_value_back()
    {
        using var host = new Host();
        var table = Table.Of("t", "a").Row(1);

        Assert.Same(table, table.Show());
        Assert.Equal(table.Show().ToText(), host.Published[^1].Forms["text/plain"]);
        Assert.Equal([false, false], host.Published.Select(shown => shown.IsUpdate));
        Assert.Equal(2, host.Published.Select(shown => shown.Id).Distinct().Count());
    }

    [Fact]
    public void Show_without_a_host_writes_the_text()
    {
        var text = new StringWriter();

        Table.Of("", "a").Row(1).Show(text);

        Assert.Equal("a\n─\n1" + Environment.NewLine, text.ToString());
    }
}
