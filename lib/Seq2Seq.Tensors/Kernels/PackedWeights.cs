using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Weights packed for the matrix product, kept until their storage changes or dies.</summary>
internal static unsafe class PackedWeights
{
    private static readonly ConditionalWeakTable<object, List<Entry>> Cache = [];

    /// <summary>
    /// op(B) (k, n) packed. <paramref name="storage"/> owns the memory at <paramref name="b"/>; <paramref name="version"/> must rise
    /// with every change in place. Valid until the next call with another version.
    /// </summary>
    public static PackedMatrix Get(object storage, int version, bool transB, int k, int n, float* b, int ldb)
    {
        if (storage is Storage owner)
            owner.IsKey = true;
        var entries = Cache.GetOrCreateValue(storage);
        lock (entries)
        {
            foreach (var entry in entries)
            {
                if (entry.Start != (nint)b || entry.TransB != transB || entry.Packed.K != k || entry.Packed.N != n)
                    continue;
                if (entry.Version != version)
                {
                    entry.Packed.Refill(transB, b, ldb);
                    entry.Version = version;
                }

                return entry.Packed;
            }

            var packed = PackedMatrix.Pack(transB, k, n, b, ldb);
            entries.Add(new Entry((nint)b, transB, packed) { Version = version });
            return packed;
        }
    }

    private sealed class Entry(nint start, bool transB, PackedMatrix packed)
    {
        public nint Start => start;

        public bool TransB => transB;

        public PackedMatrix Packed => packed;

        public int Version { get; set; }
    }
}
