using System.Buffers.Binary;
using System.Text;
using Seq2Seq.Files;

namespace Seq2Seq.Tensors.Conformance;

/// <summary>The safetensors format: round trips, the bytes themselves, and files that lie.</summary>
public sealed class SafeTensorsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("safetensors").FullName;

    private string FilePath => Path.Combine(_folder, "weights.safetensors");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_type_and_shape_comes_back()
    {
        var tensors = new Dictionary<string, Tensor>
        {
            ["float"] = torch.tensor([1.5f, -2f, float.NaN, float.NegativeInfinity]).reshape(2, 2),
            ["double"] = torch.tensor(Math.PI),
            ["long"] = torch.tensor([long.MinValue, long.MaxValue]),
            ["int"] = torch.tensor([7]),
            ["bool"] = torch.tensor([true, false, true]),
            ["empty"] = torch.zeros(0, 3),
            ["transposed"] = torch.arange(6).reshape(2, 3).t(),
        };

        SafeTensors.Save(FilePath, tensors, new Dictionary<string, string> { ["epoch"] = "7" });
        var read = SafeTensors.Load(FilePath, out var metadata);

        Assert.Equal(tensors.Keys.Order(), read.Keys.Order());
        foreach (var (name, tensor) in tensors)
        {
            Assert.Equal(tensor.dtype, read[name].dtype);
            Assert.Equal(tensor.shape, read[name].shape);
            Assert.Equal(Check.Values(tensor), Check.Values(read[name]));
        }

        Assert.Equal("7", Assert.Single(metadata, entry => entry.Key == "epoch").Value);
        Assert.Equal("7", SafeTensors.Metadata(FilePath)["epoch"]);
    }

    [Fact]
    public void The_bytes_are_those_of_the_format()
    {
        SafeTensors.Save(FilePath, [KeyValuePair.Create("w", torch.tensor([1f, 2f]))]);

        const string Header = """{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} """;
        byte[] expected = [56, 0, 0, 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(Header.PadRight(56)), 0, 0, 128, 63, 0, 0, 0, 64];
        Assert.Equal(expected, File.ReadAllBytes(FilePath));
    }

    [Fact]
    public void A_module_is_saved_and_filled_again()
    {
        using var saved = new SmallSeq2Seq();
        using var filled = new SmallSeq2Seq();

        SafeTensors.Save(FilePath, saved);
        SafeTensors.Load(FilePath, filled);

        foreach (var (name, tensor) in saved.state_dict())
            Assert.Equal(Check.Values(tensor), Check.Values(filled.state_dict()[name]));
    }

    [Fact]
    public void Another_module_is_refused_and_left_as_it_was()
    {
        using var saved = nn.Linear(3, 2);
        using var other = nn.Linear(3, 4);
        var before = Check.Values(other.weight);
        SafeTensors.Save(FilePath, saved);

        var error = Assert.Throws<ArgumentException>(() => SafeTensors.Load(FilePath, other));

        Assert.Equal(
            $"safetensors: 'weight' of '{FilePath}' is Float32 [2, 3], the module's Float32 [4, 3]. "
            + "Build the module as it was when saved.",
            error.Message);
        Assert.Equal(before, Check.Values(other.weight));
    }

    [Fact]
    public void Names_that_do_not_fit_are_told()
    {
        using var saved = nn.Linear(3, 2, hasBias: false);
        using var other = nn.Linear(3, 2);
        SafeTensors.Save(FilePath, saved);

        var error = Assert.Throws<ArgumentException>(() => SafeTensors.Load(FilePath, other));

        Assert.Equal(
            $"safetensors: '{FilePath}' does not fit the module: missing [bias], unknown []. Build the module as it was when saved.",
            error.Message);
    }

    [Fact]
    public void A_missing_file_is_told() =>
        Assert.Equal(
            $"safetensors: there is no file '{FilePath}'; give the path that was passed to Save.",
            Assert.Throws<FileNotFoundException>(() => SafeTensors.Load(FilePath)).Message);

    [Theory]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,16]}}""", "'w' lies at [0, 16), but there are 8 bytes of values")]
    [InlineData("""{"w":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", "'w' of shape [3] does not fill its 8 bytes")]
    [InlineData("""{"w":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "'w' of shape [-2] does not fill its 8 bytes")]
    [InlineData(
        """{"w":{"dtype":"F32","shape":[4294967296,4294967296,4],"data_offsets":[0,8]}}""",
        "'w' of shape [4294967296, 4294967296, 4] does not fill its 8 bytes")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "'w' begins at 4, but the values before it end at 0")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "its values end at 4 of 8 bytes")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""",
        "'b' begins at 0, but the values before it end at 8")]
    [InlineData("""{"w":{"dtype":"F8","shape":[8],"data_offsets":[0,8]}}""", "'w' has the type 'F8'; F32, F64, I64, I32 and BOOL are read")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0]}}""", "'w' has 1 data_offsets instead of 2")]
    [InlineData("[1,2]", "its header is no JSON object")]
    public void A_header_that_lies_is_refused(string header, string problem)
    {
        Put(header, 8);

        var error = Assert.Throws<InvalidDataException>(() => SafeTensors.Load(FilePath));

        Assert.Equal(Text(problem), error.Message);
    }

    [Theory]
    [InlineData("{ ")]
    [InlineData("""{"w":7}""")]
    [InlineData("""{"w":{"shape":[2],"data_offsets":[0,8]}}""")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1e99],"data_offsets":[0,8]}}""")]
    [InlineData("""{"__metadata__":7}""")]
    public void A_header_that_is_not_as_it_must_be_is_refused(string header)
    {
        Put(header, 8);

        var error = Assert.Throws<InvalidDataException>(() => SafeTensors.Load(FilePath));

        Assert.StartsWith($"safetensors: '{FilePath}' can not be read: its header is not as it must be (", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void A_file_without_a_header_is_refused(int length)
    {
        File.WriteAllBytes(FilePath, new byte[length]);

        var error = Assert.Throws<InvalidDataException>(() => SafeTensors.Load(FilePath));

        Assert.Equal(Text($"it has {length} bytes, but a header needs 8 and more"), error.Message);
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(-1)]
    [InlineData(1000)]
    public void A_header_longer_than_the_file_is_refused_without_allocating(long length)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, length);
        File.WriteAllBytes(FilePath, bytes);

        var error = Assert.Throws<InvalidDataException>(() => SafeTensors.Load(FilePath));

        Assert.Equal(Text($"its header claims {length} bytes, the file has 16"), error.Message);
    }

    [Fact]
    public void Every_cut_of_a_file_is_refused()
    {
        SafeTensors.Save(FilePath, [KeyValuePair.Create("w", torch.arange(5)), KeyValuePair.Create("v", torch.zeros(3))]);
        var whole = File.ReadAllBytes(FilePath);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(FilePath, whole[..length]);

            Assert.Throws<InvalidDataException>(() => SafeTensors.Load(FilePath));
        }
    }

    private string Text(string problem) =>
        $"safetensors: '{FilePath}' can not be read: {problem}. The file is damaged, or it is no safetensors file.";

    private void Put(string header, int values)
    {
        var json = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        File.WriteAllBytes(FilePath, [.. length, .. json, .. new byte[values]]);
    }
}
