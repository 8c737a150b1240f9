using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Seq2Seq.Tensors.Tests.Serialization;

/// <summary>torch.save and torch.load of a tensor, against files that libtorch and Python wrote (Fixtures/tensor_files.py).</summary>
public sealed class TensorFileTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "tensors");

    public static TheoryData<string> Names =>
        ["float32", "float64_grad", "int64", "int32", "bool", "scalar", "empty", "transposed", "narrowed", "long"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Files_of_libtorch_and_of_Python_are_read(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(s_folder, "tensors.json")));
        var expected = json.RootElement.GetProperty(name);

        foreach (var writer in new[] { "lib", "py" })
        {
            var tensor = torch.load(Path.Combine(s_folder, $"{writer}_{name}.pt"));

            Assert.Equal(expected.GetProperty("shape").EnumerateArray().Select(n => n.GetInt64()), tensor.shape);
            Assert.Equal(expected.GetProperty("requires_grad").GetBoolean(), tensor.requires_grad);
            Assert.Equal(
                expected.GetProperty("values").EnumerateArray().Select(n => n.GetDouble()),
                tensor.detach().to_type(torch.float64).data<double>().ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_saved_is_loaded(string name)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pt");
        var tensor = torch.load(Path.Combine(s_folder, $"lib_{name}.pt"));
        try
        {
            tensor.save(path);
            var again = torch.Tensor.load(path);

            Assert.Equal(tensor.dtype, again.dtype);
            Assert.Equal(tensor.requires_grad, again.requires_grad);
            Assert.Equal(tensor.shape, again.shape);
            Assert.True(tensor.Equals(again));
        }
        finally
        {
            File.Delete(path);
        }
    }

    // "tensor_files.py check ours_float64_grad.pt" reads this file by the code of torch::load.
    [Fact]
    public void The_bytes_are_those_that_libtorch_was_seen_to_read()
    {
        var path = Path.Combine(Path.GetTempPath(), "ours_float64_grad.pt");
        torch.save(torch.load(Path.Combine(s_folder, "lib_float64_grad.pt")), path);

        Assert.Equal(File.ReadAllBytes(Path.Combine(s_folder, "ours_float64_grad.pt")), File.ReadAllBytes(path));
        File.Delete(path);
    }

    [Fact]
    public void A_view_is_saved_as_its_elements()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pt");
        var view = torch.arange(12, torch.float32).reshape(3, 4).t()[1..3];

        torch.save(view, path);
        var again = torch.load(path);
        File.Delete(path);

        Assert.Equal([5f, 9f, 2f, 6f, 10f], again.data<float>().ToArray()[1..]);
    }

    [Fact]
    public void A_file_cut_anywhere_is_one_clear_error()
    {
        var bytes = File.ReadAllBytes(Path.Combine(s_folder, "lib_float32.pt"));

        for (var length = 0; length < bytes.Length; length += 7)
            Assert.StartsWith("torch.load: '", Refused(bytes[..length]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_changed_bytes_is_read_or_refused()
    {
        var bytes = File.ReadAllBytes(Path.Combine(s_folder, "py_float32.pt"));

        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var change in new byte[] { 1, 0x80, 0xff })
            {
                var copy = (byte[])bytes.Clone();
                copy[i] ^= change;
                var error = Load(copy);
                Assert.True(error is null or InvalidDataException, $"byte {i}: {error}");
            }
        }
    }

    [Fact]
    public void Nothing_in_a_file_is_called()
    {
        var hostile = Encoding.Latin1.GetBytes("\u0080\u0002cos\nsystem\n(X\u0004\u0000\u0000\u0000exittR.");

        var error = Refused(Zip(("a/data.pkl", hostile, false)));

        Assert.EndsWith("it holds something else than one tensor.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u0080\u0004\u0093.", "pickle opcode 0x93 has no place in a tensor's file.")]
    [InlineData("R.", "its pickle is damaged.")]
    [InlineData("(((", "its pickle is damaged.")]
    [InlineData("X\u00ff\u00ff\u00ff\u007fa.", "its pickle is damaged.")]
    [InlineData("h\u0007.", "its pickle is damaged.")]
    public void A_strange_pickle_is_one_clear_error(string pickle, string ending) =>
        Assert.EndsWith(ending, Refused(Zip(("a/data.pkl", Encoding.Latin1.GetBytes(pickle), false))), StringComparison.Ordinal);

    [Fact]
    public void A_file_can_not_ask_for_more_memory_than_it_holds()
    {
        Assert.EndsWith(
            "its shape reaches beyond its values, or repeats them; save a contiguous() tensor.",
            Refused(File.ReadAllBytes(Path.Combine(s_folder, "lib_expanded.pt"))),
            StringComparison.Ordinal);
        Assert.EndsWith(
            "'a/data.pkl' is compressed, or longer than it can be.", Refused(Zip(("a/data.pkl", new byte[60_000], true))), StringComparison.Ordinal);
        Assert.EndsWith(
            "'a/data.pkl' is compressed, or longer than it can be.", Refused(Zip(("a/data.pkl", new byte[70_000], false))), StringComparison.Ordinal);
        Assert.EndsWith("it has no data.pkl; it is no file of torch.save.", Refused(Zip(("a/other", [1], false))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_an_element_type_that_is_not_kept_say_so()
    {
        Assert.Equal(
            "torch.load: there is no file '/nowhere/t.pt'; give the path that was passed to torch.save.",
            Assert.Throws<FileNotFoundException>(() => torch.load("/nowhere/t.pt")).Message);
        Assert.Equal(
            "save/load: Int16 tensors are not kept in files; convert to Float32, Float64, Int64, Int32 or Bool first.",
            Assert.Throws<NotSupportedException>(() => torch.save(torch.zeros(1, dtype: torch.int16), "never.pt")).Message);
    }

    private static string Refused(byte[] bytes) => Assert.IsType<InvalidDataException>(Load(bytes)).Message;

    private static Exception? Load(byte[] bytes)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pt");
        File.WriteAllBytes(path, bytes);
        try
        {
            return Record.Exception(() => torch.load(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Zip(params (string Name, byte[] Content, bool Compress)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content, compress) in entries)
            {
                using var target = zip.CreateEntry(name, compress ? CompressionLevel.Optimal : CompressionLevel.NoCompression).Open();
                target.Write(content);
            }
        }

        return memory.ToArray();
    }
}
