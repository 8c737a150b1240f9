using System.Runtime.InteropServices;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    [ThreadStatic]
    private static List<Tensor>? t_raised;

    /// <summary>Tensors one after the other along a dimension.</summary>
    /// <param name="tensors">The tensors, equal in size but for the dimension.</param>
    /// <param name="dim">The dimension.</param>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        return tensors is List<Tensor> list ? Cat(CollectionsMarshal.AsSpan(list), dim) : Cat([.. tensors], dim);
    }

    /// <summary>Tensors one after the other along a dimension.</summary>
    /// <param name="tensors">The tensors, equal in size but for the dimension.</param>
    /// <param name="dim">The dimension.</param>
    public static Tensor cat(Tensor[] tensors, long dim = 0)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        return Cat(tensors, dim);
    }

    /// <summary>Tensors one after the other along a dimension.</summary>
    /// <param name="tensors">The tensors, equal in size but for the dimension.</param>
    /// <param name="dim">The dimension.</param>
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Cat(tensors, dim);

    /// <summary>Tensors one after the other along a dimension.</summary>
    /// <param name="tensors">The tensors, equal in size but for the dimension.</param>
    /// <param name="dim">The dimension.</param>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Tensors side by side along a new dimension.</summary>
    /// <param name="tensors">The tensors, equal in size.</param>
    /// <param name="dim">Where the new dimension stands.</param>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        return Stack(tensors is List<Tensor> list ? CollectionsMarshal.AsSpan(list) : tensors.ToArray(), dim);
    }

    private static Tensor Stack(ReadOnlySpan<Tensor> all, long dim)
    {
        if (all.Length == 0)
            throw Throw.Bad("stack: the list of tensors is empty; give at least one");
        for (var i = 1; i < all.Length; i++)
        {
            if (!all[i].Sizes.SequenceEqual(all[0].Sizes))
                throw Throw.Bad($"stack: tensors must be equal in size, but tensor 0 is {Throw.S(all[0].Sizes)} and tensor {i} is {Throw.S(all[i].Sizes)}");
        }

        var d = Shapes.Dim("stack", dim, all[0].Rank + 1);
        var raised = t_raised ?? [];
        t_raised = null;
        foreach (var tensor in all)
            raised.Add(tensor.unsqueeze(d));
        var result = Cat(CollectionsMarshal.AsSpan(raised), d);
        raised.Clear();
        t_raised = raised;
        return result;
    }

    /// <summary>Rows on top of each other.</summary>
    /// <param name="tensors">The tensors.</param>
    public static Tensor vstack(IList<Tensor> tensors) => cat([.. tensors.Select(t => t.Rank < 2 ? t.reshape(1, -1) : t)], 0);

    /// <summary>Columns side by side.</summary>
    /// <param name="tensors">The tensors.</param>
    public static Tensor hstack(IList<Tensor> tensors) =>
        cat([.. tensors.Select(t => t.Rank == 0 ? t.reshape(1) : t)], tensors.Count > 0 && tensors[0].Rank > 1 ? 1 : 0);

    /// <summary>a where the condition holds, else b; all three are broadcast.</summary>
    /// <param name="condition">Bool.</param>
    /// <param name="x">a.</param>
    /// <param name="y">b.</param>
    public static Tensor where(Tensor condition, Tensor x, Tensor y)
    {
        if (condition.dtype != ScalarType.Bool)
            throw new ArgumentException($"The condition to 'where' must be a boolean tensor, got {condition.dtype}; compare it, or convert it with to_type(@bool)");
        var result = Masking.Where(condition, x, y, Promotion.Result(x, y));
        if (Tensor.Records(x, y))
            Recorded.Where(condition, x, y).Attach(result);
        return result;
    }

    /// <summary>The coordinates of the true elements, one tensor per dimension.</summary>
    /// <param name="condition">Bool.</param>
    public static Tensor[] where(Tensor condition) => [.. condition.nonzero().unbind(1)];

    private static Tensor Cat(ReadOnlySpan<Tensor> tensors, long dim)
    {
        if (tensors.Length == 0)
            throw new ArgumentException("cat: the list of tensors is empty; give at least one", nameof(tensors));

        // As in PyTorch, an empty vector joins anything.
        var parts = tensors;
        foreach (var tensor in tensors)
        {
            if (tensor.Rank == 1 && tensor.Count == 0)
            {
                parts = Array.FindAll(tensors.ToArray(), static t => t.Rank != 1 || t.Count > 0);
                break;
            }
        }

        if (parts.Length == 0)
            parts = tensors[..1];
        var first = parts[0];
        if (first.Rank == 0)
            throw Throw.Bad("cat: a tensor without dimensions cannot be joined; use stack");
        var d = Shapes.Dim("cat", dim, first.Rank);
        var type = first.dtype;
        foreach (var part in parts)
            type = Promotion.Promote(type, part.dtype);
        Span<long> sizes = stackalloc long[first.Rank];
        first.Sizes.CopyTo(sizes);
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i].Rank != first.Rank)
                throw Throw.Bad($"cat: tensor {i} {Throw.S(parts[i].Sizes)} must have as many dimensions as the first, {Throw.S(first.Sizes)}");
            for (var j = 0; j < sizes.Length; j++)
            {
                if (j != d && parts[i].Sizes[j] != first.Sizes[j])
                    throw Throw.Bad($"cat: tensor {i} {Throw.S(parts[i].Sizes)} must have the sizes of the first, {Throw.S(first.Sizes)}, except in dimension {d}");
            }

            sizes[d] += parts[i].Sizes[d];
        }

        var y = Tensor.Uninitialized(sizes, type);
        var start = 0L;
        foreach (var part in parts)
        {
            using var target = y.AsStridedUnscoped(new Geometry(part.Sizes, y.Strides, start * y.Strides[d]));
            Copying.Copy(part, target);
            start += part.Sizes[d];
        }

        if (Tensor.Records(parts))
            Recorded.Cat(parts, d).Attach(y);
        return y;
    }
}
