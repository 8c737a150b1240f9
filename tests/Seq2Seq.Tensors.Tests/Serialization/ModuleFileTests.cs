using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Tests.Serialization;

/// <summary>Module files that are damaged, cut off, hostile or of another module: one clear error, nothing changed.</summary>
public sealed class ModuleFileTests
{
    private const string Rebuild = "Build the module as it was when saved, or pass strict: false.";
    private const string Exactly = "Make sure that the model you are loading into is exactly the same as the origin.";
    private const string Damage = "the file is damaged, or it is no module file. Save it again.";

    [Fact]
    public void Linear_is_the_bytes_of_the_format()
    {
        using var linear = nn.Linear(3, 2);

        var bytes = Saved(linear);

        Assert.Equal(52, bytes.Length);
        Assert.Equal([2, 6, .. "weight"u8, 6, 2, 2, 3], bytes[..12]);
        Assert.Equal([4, .. "bias"u8, 6, 1, 2], bytes[36..44]);
        Assert.Equal([0], Saved(nn.ReLU()));
    }

    [Fact]
    public void Every_cut_of_a_file_is_refused_and_changes_nothing()
    {
        using var saved = nn.Linear(3, 2);
        using var target = nn.Linear(3, 2);
        var bytes = Saved(saved);
        var before = target.weight.data<float>().ToArray();
        for (var length = 0; length < bytes.Length; length++)
        {
            var error = Assert.Throws<EndOfStreamException>(() => target.load(new MemoryStream(bytes[..length])));

            Assert.Matches("^load: the file ends within .+; it was cut off, or it is no module file. Save it again.$", error.Message);
        }

        Assert.Equal(before, target.weight.data<float>().ToArray());
    }

    [Fact]
    public void Every_flipped_bit_of_the_structure_is_refused_or_harmless()
    {
        using var saved = nn.Linear(3, 2);
        var bytes = Saved(saved);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            using var target = nn.Linear(3, 2);
            var copy = (byte[])bytes.Clone();
            copy[bit / 8] ^= (byte)(1 << (bit % 8));

            var error = Record.Exception(() => target.load(new MemoryStream(copy)));

            Assert.True(error is null or ArgumentException or IOException or InvalidDataException, $"bit {bit}: {error}");
        }
    }

    [Fact]
    public void Another_count_is_told()
    {
        using var target = nn.Linear(3, 2);

        var error = Assert.Throws<ArgumentException>(() => target.load(new MemoryStream(Saved(nn.Linear(3, 2, hasBias: false)))));

        Assert.Equal($"Mismatched state_dict sizes: expected 2, but found 1 entries. {Rebuild}", error.Message);
    }

    [Fact]
    public void Another_name_is_told()
    {
        using var target = nn.BatchNorm1d(1, track_running_stats: false);

        var error = Assert.Throws<ArgumentException>(() => target.load(new MemoryStream(Saved(nn.Sequential(("a", nn.Linear(1, 1)))))));

        Assert.Equal(
            $"Mismatched module state names: the target modules does not have a submodule or buffer named 'a.weight'. {Rebuild}",
            error.Message);
    }

    [Fact]
    public void Another_shape_is_told_even_when_not_strict()
    {
        using var target = nn.Linear(3, 4);

        var error = Assert.Throws<ArgumentException>(
            () => target.load(new MemoryStream(Saved(nn.Linear(3, 2))), strict: false));

        Assert.Equal(
            $"Mismatched tensor shape while loading 'weight': the file has [2, 3], the module [4, 3]. {Exactly}", error.Message);
    }

    [Fact]
    public void Another_type_is_told()
    {
        using var target = nn.Linear(3, 2, dtype: float64);

        var error = Assert.Throws<ArgumentException>(() => target.load(new MemoryStream(Saved(nn.Linear(3, 2)))));

        Assert.Equal(
            $"Mismatched tensor data types while loading 'weight': the file has Float32, the module Float64. {Exactly}", error.Message);
    }

    [Theory]
    [InlineData(new byte[] { 2, 0 }, "load: a name of 0 bytes; ")]
    [InlineData(new byte[] { 2, 1, 0x77, 9, 0 }, "load: 'w' has the unknown type 9; ")]
    [InlineData(new byte[] { 2, 1, 0x77, 6, 100 }, "load: 'w' has 100 dimensions; ")]
    [InlineData(new byte[] { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff }, "load: the number of entries is no number; ")]
    public void A_damaged_structure_is_told(byte[] bytes, string problem)
    {
        using var target = nn.Linear(3, 2);

        var error = Assert.Throws<InvalidDataException>(() => target.load(new MemoryStream(bytes), strict: false));

        Assert.Equal(problem + Damage, error.Message);
    }

    [Fact]
    public void A_promised_giant_allocates_nothing()
    {
        using var target = nn.Linear(3, 2);
        byte[] file = [1, 1, 0x77, 6, 2, 0xff, 0xff, 0xff, 0x7f, 0xff, 0x07, 1, 2, 3];
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<EndOfStreamException>(() => target.load(new MemoryStream(file), strict: false));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void An_impossible_shape_is_told()
    {
        using var target = nn.Linear(3, 2);
        byte[] big = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f];

        var error = Assert.Throws<InvalidDataException>(
            () => target.load(new MemoryStream([1, 1, 0x77, 6, 2, .. big, .. big]), strict: false));

        Assert.Equal($"load: 'w' has the impossible shape [72057594037927935, 72057594037927935]; {Damage}", error.Message);
    }

    [Fact]
    public void Not_strict_ignores_what_only_one_side_has_and_tells_what_was_read()
    {
        using var saved = nn.Sequential(("a", nn.Linear(1, 1)), ("b", nn.Linear(1, 1)));
        using var target = nn.Sequential(("b", nn.Linear(1, 1)), ("c", nn.Linear(1, 1)));
        var read = new Dictionary<string, bool>();

        target.load(new MemoryStream(Saved(saved)), strict: false, loadedParameters: read);

        Assert.Equal(["b.bias", "b.weight"], read.Where(entry => entry.Value).Select(entry => entry.Key).Order());
        Assert.Equal(4, read.Count);
        Assert.Equal(saved.get_parameter("b.weight")!.item<float>(), target.get_parameter("b.weight")!.item<float>());
    }

    [Fact]
    public void A_missing_file_is_told()
    {
        using var target = nn.Linear(3, 2);

        var error = Assert.Throws<FileNotFoundException>(() => target.load("/nowhere/model.dat"));

        Assert.Equal("load: there is no file '/nowhere/model.dat'; give the path that was passed to save.", error.Message);
    }

    [Fact]
    public void A_strict_state_dictionary_tells_what_differs()
    {
        using var target = nn.Linear(3, 2);

        var error = Assert.Throws<InvalidOperationException>(() => target.load_state_dict(new() { ["weights"] = torch.zeros(2, 3) }));

        Assert.Equal(
            "The loaded state_dict is not identical to the target dictionary. Missing: [weight, bias]; unexpected: [weights]. "
            + "Build the module as it was when saved, or pass strict: false.",
            error.Message);
    }

    private static byte[] Saved(nn.Module module)
    {
        using var memory = new MemoryStream();
        module.save(memory);
        return memory.ToArray();
    }
}
