using System.Buffers.Binary;
using System.Text;
using Seq2Seq.Files;
using Seq2Seq.Tests.Models;
using Seq2Seq.Tests.Training;

namespace Seq2Seq.Tests.Files;

public sealed class SafeTensorsTests
{
    [Fact]
    public void What_is_saved_is_what_is_loaded()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.safetensors");
        var tensors = new Dictionary<string, Tensor>
        {
            ["f"] = tensor(new float[] { 1, -2.5f, float.NaN }),
            ["d"] = tensor(new[,] { { 1.0, 2 }, { 3, 4 } }).t(),
            ["l"] = tensor(new long[] { long.MinValue, 7 }),
            ["i"] = tensor(new[] { 1, 2 }),
            ["b"] = tensor(new[] { true, false }),
            ["scalar"] = tensor(5f),
            ["empty"] = zeros(0),
        };

        SafeTensors.Save(path, tensors, new Dictionary<string, string> { ["made by"] = "a test" });
        var loaded = SafeTensors.Load(path, out var metadata);

        Assert.Equal("a test", metadata["made by"]);
        Assert.Equal(tensors.Keys.Order(), loaded.Keys.Order());
        foreach (var (name, value) in tensors)
        {
            Assert.Equal(value.dtype, loaded[name].dtype);
            Assert.Equal(value.shape, loaded[name].shape);
            Assert.Equal(Near.Values(value), Near.Values(loaded[name]));
        }
    }

    [Fact]
    public void The_bytes_are_those_of_the_format()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.safetensors");

        SafeTensors.Save(path, new Dictionary<string, Tensor> { ["w"] = tensor(new float[] { 1, 2 }) });

        var bytes = File.ReadAllBytes(path);
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        Assert.Equal(
            """{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", Encoding.UTF8.GetString(bytes, 8, length).TrimEnd(' '));
        Assert.Equal(0, length % 8);
        Assert.Equal("0000803f00000040", Convert.ToHexStringLower(bytes.AsSpan(8 + length)));
    }

    [Theory]
    [InlineData("""{"w":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", "'w' has 8 bytes for 3 numbers of 4 bytes")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", "'w' claims the bytes 4 to 12; expected them to begin at 0 and to end by 8")]
    [InlineData("""{"w":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}}""", "'w' has the type F16; F32, F64, I64, I32 and BOOL are read")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "its header accounts for 4 of 8 bytes of numbers")]
    [InlineData("""{"w":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "'w' has a negative size")]
    public void A_header_that_lies_is_refused(string header, string complaint)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.safetensors");
        var bytes = new byte[8 + header.Length + 8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, header.Length);
        Encoding.UTF8.GetBytes(header).CopyTo(bytes, 8);
        File.WriteAllBytes(path, bytes);

        var error = Assert.Throws<InvalidDataException>(() => SafeTensors.Load(path));

        Assert.Equal(
            $"SafeTensors.Load: {path} is no whole safetensors file: {complaint}. Take a copy that was not cut off, or save it anew.",
            error.Message);
    }

    [Fact]
    public void Any_cut_and_any_flipped_byte_gives_an_error_or_numbers_but_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.safetensors");
        SafeTensors.Save(path, new Dictionary<string, Tensor> { ["a"] = ones(3), ["b"] = ones(2, dtype: ScalarType.Int64) });
        var whole = File.ReadAllBytes(path);

        for (var cut = 0; cut < whole.Length; cut++)
        {
            File.WriteAllBytes(path, whole[..cut]);
            Assert.Throws<InvalidDataException>(() => SafeTensors.Load(path));
        }

        for (var place = 0; place < whole.Length; place++)
        {
            var bent = (byte[])whole.Clone();
            bent[place] ^= 0x15;
            File.WriteAllBytes(path, bent);
            try
            {
                SafeTensors.Load(path);
            }
            catch (InvalidDataException)
            {
                // The only error it may give.
            }
        }
    }
}
