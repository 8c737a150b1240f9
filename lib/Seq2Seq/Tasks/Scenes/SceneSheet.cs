using System.Buffers.Binary;

namespace Seq2Seq.Tasks;

/// <summary>Scenes side by side as a BMP file: uncompressed, so that its bytes depend on nothing but the pixels.</summary>
public static class SceneSheet
{
    /// <summary>The scenes in rows of <paramref name="columns"/>.</summary>
    public static byte[] Bitmap(IReadOnlyList<DrawnScene> scenes, int columns = 8)
    {
        ArgumentNullException.ThrowIfNull(scenes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        var rows = (scenes.Count + columns - 1) / columns;
        var (width, height) = (columns * DrawnScenes.Size, rows * DrawnScenes.Size);
        var bytes = new byte[54 + 3 * width * height];
        Array.Fill(bytes, (byte)255, 54, bytes.Length - 54);
        "BM"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(2), bytes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(10), 54);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(22), height);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(26), 1);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(28), 24);
        for (var i = 0; i < scenes.Count; i++)
        {
            var pixels = DrawnScenes.Pixels(scenes[i]);
            var (left, top) = (i % columns * DrawnScenes.Size, i / columns * DrawnScenes.Size);
            for (var y = 0; y < DrawnScenes.Size; y++)
            {
                for (var x = 0; x < DrawnScenes.Size; x++)
                {
                    // Rows from the bottom up, blue before green before red; a row of 32-pixel scenes needs no padding.
                    var place = 54 + 3 * ((height - 1 - top - y) * width + left + x);
                    for (var plane = 0; plane < 3; plane++)
                    {
                        bytes[place + 2 - plane] = pixels[(plane * DrawnScenes.Size + y) * DrawnScenes.Size + x];
                    }
                }
            }
        }

        return bytes;
    }
}
