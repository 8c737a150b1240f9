using System.ComponentModel;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>What a recurrent layer makes of the embedding of each token, b + W[:, :E] · e, kept from the first time that the token comes.</summary>
/// <remarks>
/// For one search: the same tokens come again and again, and this part of the layer's input depends on nothing else. The rest of the
/// input goes on from it, so that every number is the chain of multiply-adds that it is without. Not for two threads at a time.
/// Changed weights are noticed, and all is forgotten. Dispose of it when the search is over.
/// </remarks>
/// <param name="table">The embeddings (V, E).</param>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed unsafe class TokenInputs(Tensor table) : IDisposable
{
    private const int FirstNumbers = 1 << 20;
    private const long MostNumbers = 1 << 24;

    private readonly int[] _places = NewPlaces(table);
    private float* _parts;
    private int _bucket;
    private int _capacity;
    private int _count;
    private (object?, int, object?, int, int) _made;

    /// <inheritdoc/>
    ~TokenInputs() => Release();

    /// <summary>The embeddings (V, E).</summary>
    internal Tensor Table => table;

    /// <summary>How many tokens' parts are kept.</summary>
    internal int Count => _count;

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>The parts (tokens, gates · H), and at <paramref name="places"/> which of them belongs to each id; null if there is no room.</summary>
    internal float* Of(ReadOnlySpan<long> ids, in RecurrentWeights weights, int* places)
    {
        CheckIds(ids);
        var width = (int)weights.Input.Sizes[0];
        Forget(weights);
        var most = (int)Math.Min(MostNumbers / width, int.MaxValue);
        if (_count + ids.Length > most)
            Clear();
        if (ids.Length > most)
            return null;
        var first = _count;
        var added = (long*)NativePool.Rent(ids.Length * sizeof(long), out var bucket);
        for (var i = 0; i < ids.Length; i++)
        {
            ref var place = ref _places[ids[i]];
            if (place < 0)
            {
                added[_count - first] = ids[i];
                place = _count++;
            }

            places[i] = place;
        }

        Grow(first, width);
        if (_count > first)
            Make(added, first, width, weights);
        NativePool.Return((byte*)added, bucket);
        return _parts;
    }

    private void Make(long* added, int first, int width, in RecurrentWeights weights)
    {
        var (count, size, inputs) = (_count - first, (int)table.Sizes[1], (int)weights.Input.Sizes[1]);
        var packed = PackedWeights.Get(
            weights.Input.Storage, weights.Input.Storage.Version, true, size, width, (float*)weights.Input.Pointer, inputs);
        var embedded = (float*)NativePool.Rent((long)count * size * sizeof(float), out var bucket);
        EmbeddingKernel.Forward((float*)table.Pointer, size, added, count, embedded);
        Gemm.Multiply(
            false, count, embedded, size, packed, _parts + (nint)first * width, width, accumulate: false, RecurrentLayer.At<float>(weights.InputBias));
        NativePool.Return((byte*)embedded, bucket);
        GC.KeepAlive(packed);
    }

    private void Grow(int held, int width)
    {
        if (_count <= _capacity)
            return;
        var capacity = Math.Max(FirstNumbers / width, 2 * _count);
        var parts = (float*)NativePool.Rent((long)capacity * width * sizeof(float), out var bucket);
        if (_parts != null)
        {
            Buffer.MemoryCopy(_parts, parts, (long)capacity * width * sizeof(float), (long)held * width * sizeof(float));
            NativePool.Return((byte*)_parts, _bucket);
        }

        (_capacity, _bucket) = (capacity, bucket);
        _parts = parts;
    }

    // What was made of other weights, or of weights that have changed since.
    private void Forget(in RecurrentWeights weights)
    {
        var made = (
            (object?)weights.Input.Storage, weights.Input.Storage.Version, (object?)weights.InputBias?.Storage, weights.InputBias?.Storage.Version ?? 0,
            table.Storage.Version);
        if (made == _made)
            return;
        Clear();
        Release();
        _made = made;
    }

    private void Clear()
    {
        Array.Fill(_places, -1);
        _count = 0;
    }

    private void Release()
    {
        if (_parts != null)
            NativePool.Return((byte*)_parts, _bucket);
        _parts = null;
        _capacity = 0;
    }

    private void CheckIds(ReadOnlySpan<long> ids)
    {
        var bad = EmbeddingKernel.FirstBadIndex(ids, _places.Length);
        if (bad >= 0)
            throw new TensorException($"step_from: token {ids[bad]} of a table of {_places.Length} rows; tokens go from 0 to {_places.Length - 1}.");
    }

    private static int[] NewPlaces(Tensor table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.dim() != 2 || !table.dtype.IsFloat())
            throw new TensorException($"TokenInputs: expected a table of embeddings (V, E), got {table.dtype} {Modules.Show.Of(table.shape)}.");
        return new int[table.Sizes[0]];
    }
}
