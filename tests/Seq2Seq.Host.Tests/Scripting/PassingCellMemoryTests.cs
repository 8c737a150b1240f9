namespace Seq2Seq.Host.Tests.Scripting;

[Collection(Alone.Name)]
public sealed class PassingCellMemoryTests
{
    [Fact]
    public async Task Hundreds_of_passing_cells_leave_no_memory_behind()
    {
        using var session = new SessionFixture();
        for (var n = 0; n < 50; n++)
            await session.Value("1 + 1");
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var n = 0; n < 150; n++)
            await session.Value("1 + 1");

        // They took more than 1 MB each while each was a link of the chain.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 40 << 20);
    }
}
