using System.Collections;

namespace Seq2Seq.Tensors.Utils;

/// <summary>The elements of a tensor in row-major order, whatever its strides: reading and writing go to its memory.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly torch.Tensor _tensor;

    internal TensorAccessor(torch.Tensor tensor) => _tensor = tensor.UnscopedHandle();

    /// <summary>How many elements.</summary>
    public long Count => _tensor.Count;

    /// <summary>False: elements can be written.</summary>
    public bool IsReadOnly => false;

    /// <summary>One element: an index per dimension, or one index counted in row-major order.</summary>
    /// <param name="indices">The index or indices.</param>
    public unsafe T this[params long[] indices]
    {
        get
        {
            var value = *At(indices);
            GC.KeepAlive(_tensor);
            return value;
        }

        set
        {
            *At(indices) = value;
            GC.KeepAlive(_tensor);
        }
    }

    /// <summary>Do both have the same elements?</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(TensorAccessor<T>? left, TensorAccessor<T>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Do they differ?</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(TensorAccessor<T>? left, TensorAccessor<T>? right) => !(left == right);

    /// <summary>A copy of all elements.</summary>
    public T[] ToArray()
    {
        using var dense = _tensor.Dense();
        return dense.Span<T>().ToArray();
    }

    /// <summary>A copy as an array of the tensor's shape; without dimensions, an array of one element.</summary>
    public Array ToNDArray()
    {
        if (_tensor.Rank == 0)
            return ToArray();
        var result = Array.CreateInstance(typeof(T), _tensor.Sizes);
        var flat = ToArray();
        Buffer.BlockCopy(flat, 0, result, 0, Buffer.ByteLength(flat));
        return result;
    }

    /// <summary>Copies elements out.</summary>
    /// <param name="array">Where to.</param>
    /// <param name="arrayIndex">The first place there.</param>
    /// <param name="tensorIndex">The first element.</param>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies elements out.</summary>
    /// <param name="array">Where to.</param>
    /// <param name="arrayIndex">The first place there.</param>
    /// <param name="tensorIndex">The first element.</param>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        using var dense = _tensor.Dense();
        dense.Span<T>()[(int)tensorIndex..].CopyTo(array[arrayIndex..]);
    }

    /// <summary>Copies elements in.</summary>
    /// <param name="array">Where from.</param>
    /// <param name="arrayIndex">The first place there.</param>
    /// <param name="tensorIndex">The first element.</param>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom(new ReadOnlySpan<T>(array), arrayIndex, tensorIndex);

    /// <summary>Copies elements in.</summary>
    /// <param name="array">Where from.</param>
    /// <param name="arrayIndex">The first place there.</param>
    /// <param name="tensorIndex">The first element.</param>
    public unsafe void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        var count = Math.Min(source.Length, _tensor.Count - tensorIndex);
        if (_tensor.Contiguous)
        {
            source[..(int)count].CopyTo(_tensor.Span<T>()[(int)tensorIndex..]);
            return;
        }

        for (var i = 0; i < count; i++)
            *At([tensorIndex + i]) = source[i];
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Are the elements the same?</summary>
    /// <param name="obj">The other.</param>
    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && this.SequenceEqual(other);

    /// <summary>By identity: elements may change.</summary>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>Lets the memory go.</summary>
    public void Dispose() => _tensor.Dispose();

    private unsafe T* At(long[] indices)
    {
        var (sizes, strides) = (_tensor.Sizes, _tensor.Strides);
        var offset = 0L;
        if (indices.Length == 1 && sizes.Length != 1)
        {
            var rest = indices[0];
            if (rest < 0 || rest >= _tensor.Count)
                throw Throw.DataIndex([rest], [_tensor.Count]);
            for (var i = sizes.Length - 1; i >= 0; i--)
            {
                offset += rest % sizes[i] * strides[i];
                rest /= sizes[i];
            }

            return (T*)_tensor.Pointer + offset;
        }

        if (indices.Length != sizes.Length)
            throw Throw.DataIndex(indices, sizes);
        for (var i = 0; i < sizes.Length; i++)
        {
            if (indices[i] < 0 || indices[i] >= sizes[i])
                throw Throw.DataIndex(indices, sizes);
            offset += indices[i] * strides[i];
        }

        return (T*)_tensor.Pointer + offset;
    }
}
