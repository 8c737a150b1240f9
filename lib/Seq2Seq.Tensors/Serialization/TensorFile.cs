using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Serialization;

/// <summary>A tensor in libtorch's own file: a zip of stored entries, the shape in data.pkl, the values in data/0.</summary>
/// <remarks>
/// What torch::save(tensor) of C++, and with it TorchSharp's torch.save, writes: a TorchScript module whose one parameter is
/// called "0". Files of Python's torch.save(tensor) are read, too. Only stored entries of the sizes that the shape asks for
/// are read, so that a file can not ask for more memory than it holds.
/// </remarks>
internal static class TensorFile
{
    private const int LongestPickle = 65_536;

    private static readonly (ScalarType Type, string Storage)[] s_storages =
    [
        (ScalarType.Float32, "FloatStorage"), (ScalarType.Float64, "DoubleStorage"), (ScalarType.Int64, "LongStorage"),
        (ScalarType.Int32, "IntStorage"), (ScalarType.Bool, "BoolStorage"),
    ];

    public static void Write(Stream stream, Tensor tensor, string archive)
    {
        using var values = new MemoryStream();
        TensorBytes.Write(tensor, values);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Add("data.pkl", Describe(tensor));
        Add("code/__torch__.py", Encoding.ASCII.GetBytes(
            "class Module(Module):\n  __parameters__ = [\"0\", ]\n  __buffers__ = []\n  __annotations__ = []\n  __annotations__[\"0\"] = Tensor\n"));
        Add("data/0", values.ToArray());
        Add("constants.pkl", [0x80, 2, (byte)')', (byte)'.']);
        Add("version", "3\n"u8.ToArray());

        void Add(string name, byte[] content)
        {
            var entry = zip.CreateEntry($"{archive}/{name}", CompressionLevel.NoCompression);
            entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var target = entry.Open();
            target.Write(content);
        }
    }

    public static Tensor Read(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var pickle = zip.Entries.FirstOrDefault(entry => entry.FullName.EndsWith("/data.pkl", StringComparison.Ordinal))
            ?? throw new InvalidDataException("it has no data.pkl; it is no file of torch.save");
        var archive = pickle.FullName[..^"data.pkl".Length];
        var record = Find(Pickle.Read(Content(pickle, LongestPickle, stream.Length)));
        var data = zip.GetEntry($"{archive}data/{record.Key}")
            ?? throw new InvalidDataException($"the values data/{record.Key} are missing");
        var bytes = Content(data, int.MaxValue, stream.Length);
        if (record.Count > bytes.Length || bytes.Length != record.Count * record.Type.Size())
            throw new InvalidDataException($"{bytes.Length} bytes of values do not make {record.Count} of {record.Type}");
        return record.Build(bytes);
    }

    private static byte[] Content(ZipArchiveEntry entry, int most, long fileLength)
    {
        if (entry.CompressedLength != entry.Length || entry.Length > fileLength || entry.Length > most)
            throw new InvalidDataException($"'{entry.FullName}' is compressed, or longer than it can be");
        var bytes = new byte[entry.Length];
        using var source = entry.Open();
        source.ReadExactly(bytes);
        return bytes;
    }

    // The tensor itself, or the one parameter of a module.
    private static TensorRecord Find(object? root)
    {
        if (root is Pickle.Made { State: Dictionary<string, object?> state } && state.TryGetValue("0", out var value))
            root = value;
        if (root is not Pickle.Call { Function: ("torch._utils", "_rebuild_tensor_v2"), Arguments: var arguments }
            || arguments is not [Pickle.Outside { Key: object?[] and ["storage", Pickle.Name storage, string key, _, long count] }, long offset, object?[] sizes, object?[] strides, bool grad, ..])
        {
            throw new InvalidDataException("it holds something else than one tensor");
        }

        var type = s_storages.FirstOrDefault(known => known.Storage == storage.Member);
        if (type.Storage is null)
            throw new InvalidDataException($"{storage.Member} is not read here; Float32, Float64, Int64, Int32 and Bool are");
        return new TensorRecord(type.Type, key, count, offset, Numbers(sizes), Numbers(strides), grad);
    }

    private static long[] Numbers(object?[] items) =>
        Array.ConvertAll(items, item => item is long number and >= 0 ? number : throw new InvalidDataException("its shape is damaged"));

    private static byte[] Describe(Tensor tensor)
    {
        using var pickle = new MemoryStream();
        Text("\u0080\u0002c__torch__\nModule\n)\u0081}(");
        String("0");
        Text("ctorch._utils\n_rebuild_tensor_v2\n((");
        String("storage");
        Text($"ctorch\n{s_storages.First(known => known.Type == tensor.dtype).Storage}\n");
        String("0");
        String("cpu");
        Number(tensor.numel());
        Text("tQ");
        Number(0);
        Numbers(tensor.shape);
        Numbers(Shapes.ContiguousStrides(tensor.shape));
        Text(tensor.requires_grad ? "\u0088" : "\u0089");
        Text("ccollections\nOrderedDict\n)RtRub.");
        return pickle.ToArray();

        void Text(string text) => pickle.Write(Encoding.Latin1.GetBytes(text));

        void String(string text)
        {
            Text("X");
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
            pickle.Write(length);
            Text(text);
        }

        void Number(long value)
        {
            Span<byte> bytes = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
            Text("\u008a\u0008");
            pickle.Write(bytes);
        }

        void Numbers(long[] values)
        {
            Text("(");
            foreach (var value in values)
                Number(value);
            Text("t");
        }
    }

    private sealed record TensorRecord(
        ScalarType Type, string Key, long Count, long Offset, long[] Sizes, long[] Strides, bool RequiresGrad)
    {
        public Tensor Build(byte[] bytes)
        {
            Check();
            using var scope = NewDisposeScope();
            var flat = torch.empty([Count], Type);
            TensorBytes.Fill(flat, bytes);
            var tensor = flat.AsStridedUnscoped(new Geometry(Sizes, Strides, Offset)).clone();
            if (RequiresGrad)
                tensor.requires_grad = true;
            return tensor.MoveToOuterDisposeScope();
        }

        // A tensor within its storage, of no more elements than that: repeated ones could stand for any amount of memory.
        private void Check()
        {
            if (Sizes.Length != Strides.Length || Sizes.Length > 64 || Offset < 0 || Count < 0)
                throw new InvalidDataException("its shape is damaged");
            if (Sizes.Contains(0))
                return;
            var (elements, last) = ((Int128)1, (Int128)Offset);
            for (var i = 0; i < Sizes.Length; i++)
            {
                elements *= Sizes[i];
                last += (Int128)(Sizes[i] - 1) * Strides[i];
                if (elements > Count || last >= Count)
                    throw new InvalidDataException("its shape reaches beyond its values, or repeats them; save a contiguous() tensor");
            }

            if (last >= Count)
                throw new InvalidDataException("its shape reaches beyond its values, or repeats them; save a contiguous() tensor");
        }
    }
}
