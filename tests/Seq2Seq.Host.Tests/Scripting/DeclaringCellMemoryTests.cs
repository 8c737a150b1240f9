namespace Seq2Seq.Host.Tests.Scripting;

/// <summary>Cells that declare something stay; what each of them takes must not grow with the number of those before it.</summary>
[Collection(Alone.Name)]
public sealed class DeclaringCellMemoryTests
{
    [Fact]
    public async Task The_third_hundred_declarations_take_no_more_than_a_declaration_needs()
    {
        using var session = new SessionFixture();
        for (var n = 0; n < 200; n++) await session.Run($"var x{n} = {n};");
        var before = Held();

        for (var n = 200; n < 300; n++) await session.Run($"var x{n} = {n};");

        // 60 KB each; 1,700 KB when every submission named all references again, and more with each hundred. What sessions of earlier tests
        // give back meanwhile, about 1 MB in all, can make it look a little less, even negative.
        var each = (Held() - before) / 100;
        Assert.True(each < 200 << 10, $"{each} bytes each");
        Assert.Equal("299", await session.Value("x299"));
        Assert.Equal("0", await session.Value("x0"));
    }

    private static long Held()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(true);
    }
}
