using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Tests.Scripting;

public sealed class UpdateFloodTests : IDisposable
{
    private readonly SessionFixture session = new(new SessionOptions { DisplayLimit = 60_000 });

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task A_display_that_is_updated_often_counts_once_and_its_last_state_arrives()
    {
        var collected = await session.Run("""
            var live = display(new string('a', 2000));
            for (var i = 0; i < 500; i++) live.Update(i + new string('b', 2000));
            """);

        Assert.DoesNotContain("cut after", collected.Stderr, StringComparison.Ordinal);
        Assert.StartsWith("499b", collected.Outputs.OfType<DisplayOutput>().Last().Data["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_new_displays_are_cut_with_a_note()
    {
        var collected = await session.Run("for (var i = 0; i < 500; i++) display(new string('a', 2000));");

        Assert.Contains("[Displays cut after 60,000 characters", collected.Stderr, StringComparison.Ordinal);
        Assert.InRange(collected.Outputs.OfType<DisplayOutput>().Count(), 1, 30);
    }
}
