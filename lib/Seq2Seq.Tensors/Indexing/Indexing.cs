namespace Seq2Seq.Tensors;

/// <summary>Brackets: numbers and ranges make views; index tensors and masks are then read or written through positions.</summary>
internal static class Indexing
{
    /// <summary>Applies all but the tensors; returns the view and, per dimension of it, the index tensor or null.</summary>
    public static (torch.Tensor View, torch.Tensor?[] Tensors) View(torch.Tensor x, torch.TensorIndex[] indices)
    {
        var named = indices.Sum(Consumes);
        if (named > x.Rank)
            throw Throw.TooManyIndices(named, x.Sizes);
        var view = x;
        var tensors = new List<torch.Tensor?>();
        var any = false;
        var dim = 0;
        var open = x.Rank - named;
        foreach (var index in indices)
        {
            switch (index.Kind)
            {
                case torch.TensorIndexKind.Single:
                    view = view.select(dim, index.Start!.Value);
                    break;
                case torch.TensorIndexKind.Slice:
                    view = view.slice(dim, index.Start ?? 0, index.Stop ?? long.MaxValue, index.Step ?? 1);
                    tensors.Add(null);
                    dim++;
                    break;
                case torch.TensorIndexKind.None:
                    view = view.unsqueeze(dim);
                    tensors.Add(null);
                    dim++;
                    break;
                case torch.TensorIndexKind.Ellipsis:
                    for (; open > 0; open--, dim++)
                        tensors.Add(null);
                    break;
                case torch.TensorIndexKind.Bool:
                    view = view.unsqueeze(dim);
                    tensors.Add(torch.zeros([index.Start == 1 ? 1 : 0], torch.ScalarType.Int64));
                    any = true;
                    dim++;
                    break;
                default:
                    any = true;
                    dim += Expand(x, index.Index!, view, dim, tensors);
                    break;
            }
        }

        if (ReferenceEquals(view, x))
            view = x.Alias();
        return (view, any ? [.. tensors] : []);
    }

    public static torch.Tensor Take(torch.Tensor view, torch.Tensor?[] tensors)
    {
        var plan = new Plan(view, tensors);
        return view.permute(plan.Order).reshape([plan.Named, .. plan.Rest])
            .index_select(0, plan.Positions).reshape([.. plan.IndexSizes, .. plan.Rest]).permute(plan.Back);
    }

    public static void Put(torch.Tensor view, torch.Tensor?[] tensors, torch.Tensor value, bool accumulate)
    {
        var plan = new Plan(view, tensors);
        var sizes = (long[])[.. plan.IndexSizes, .. plan.Rest];
        var shown = Array.ConvertAll(plan.Back, d => sizes[d]);
        var fit = Shapes.Broadcast("index_put_", shown, value.Sizes);
        if (!fit.AsSpan().SequenceEqual(shown))
            throw Throw.ExpectedShape("index_put_", "the value", shown, value.Sizes);

        var back = new long[plan.Back.Length];
        for (var i = 0; i < back.Length; i++)
            back[plan.Back[i]] = i;
        var rows = value.to(view.dtype).expand(shown).permute(back).reshape([plan.Positions.Count, .. plan.Rest]);
        var old = view.permute(plan.Order).reshape([plan.Named, .. plan.Rest]);
        torch.Tensor changed;
        if (accumulate)
        {
            changed = old.index_add(0, plan.Positions, rows, 1);
        }
        else
        {
            var wide = plan.Positions.reshape([plan.Positions.Count, .. plan.Rest.Select(_ => 1L)]).expand(rows.Sizes);
            changed = old.scatter(0, wide, rows);
        }

        var unordered = new long[plan.Order.Length];
        for (var i = 0; i < unordered.Length; i++)
            unordered[plan.Order[i]] = i;
        var moved = Array.ConvertAll(plan.Order, d => view.Sizes[d]);
        view.copy_(changed.reshape(moved).permute(unordered));
    }

    private static int Consumes(torch.TensorIndex index) => index.Kind switch
    {
        torch.TensorIndexKind.Single or torch.TensorIndexKind.Slice => 1,
        torch.TensorIndexKind.Tensor when index.Index!.dtype == torch.ScalarType.Bool => index.Index.Rank,
        torch.TensorIndexKind.Tensor => 1,
        _ => 0,
    };

    // A mask counts as one index tensor for each of its dimensions.
    private static int Expand(torch.Tensor x, torch.Tensor index, torch.Tensor view, int dim, List<torch.Tensor?> tensors)
    {
        if (index.dtype.IsFloat())
            throw Throw.ExpectedType("index", "an index tensor", "Int64, Int32 or Bool", index.dtype);
        if (index.dtype != torch.ScalarType.Bool)
        {
            tensors.Add(index.to(torch.ScalarType.Int64));
            return 1;
        }

        for (var i = 0; i < index.Rank; i++)
        {
            if (index.Sizes[i] != view.Sizes[dim + i])
                throw Throw.MaskShape(index.Sizes, dim, x.Sizes);
        }

        if (index.Rank == 0)
            throw Throw.ExpectedRank("index", "a mask", "at least 1", index.Sizes);
        tensors.AddRange(index.nonzero().unbind(1));
        return index.Rank;
    }

    // Named dimensions are moved to the front and flattened; positions say which rows of that are meant.
    private sealed class Plan
    {
        public Plan(torch.Tensor view, torch.Tensor?[] tensors)
        {
            var named = new List<int>();
            for (var i = 0; i < tensors.Length; i++)
            {
                if (tensors[i] is not null)
                    named.Add(i);
            }

            var rest = Enumerable.Range(0, view.Rank).Where(i => !named.Contains(i)).ToArray();
            Order = [.. named.Select(i => (long)i), .. rest.Select(i => (long)i)];
            Rest = Array.ConvertAll(rest, i => view.Sizes[i]);
            Named = named.Aggregate(1L, (n, i) => n * view.Sizes[i]);
            IndexSizes = named.Aggregate(Array.Empty<long>(), (sizes, i) => Shapes.Broadcast("index", sizes, tensors[i]!.Sizes));
            using var noGrad = torch.no_grad();
            var positions = torch.zeros(IndexSizes, torch.ScalarType.Int64);
            foreach (var i in named)
                positions = positions.mul(view.Sizes[i]).add(Checked(tensors[i]!, i, view.Sizes));
            Positions = positions.reshape(-1);
            Back = BackOrder(named, rest.Length);
        }

        public long[] Order { get; }

        public long[] Rest { get; }

        public long Named { get; }

        public long[] IndexSizes { get; }

        public torch.Tensor Positions { get; }

        /// <summary>Where the dimensions (index sizes, rest) of the result stand: neighbours stay in place, others go first.</summary>
        public long[] Back { get; }

        private long[] BackOrder(List<int> named, int rest)
        {
            var neighbours = named[^1] - named[0] == named.Count - 1;
            var before = neighbours ? named[0] : 0;
            var k = IndexSizes.Length;
            return
            [
                .. Enumerable.Range(0, before).Select(i => (long)(k + i)),
                .. Enumerable.Range(0, k).Select(i => (long)i),
                .. Enumerable.Range(before, rest - before).Select(i => (long)(k + i)),
            ];
        }

        private static torch.Tensor Checked(torch.Tensor index, int dim, long[] sizes)
        {
            using var dense = index.Dense();
            var size = sizes[dim];
            var result = torch.Tensor.Uninitialized(index.Sizes, torch.ScalarType.Int64);
            var source = dense.Span<long>();
            var target = result.Span<long>();
            for (var i = 0; i < source.Length; i++)
            {
                if (source[i] < -size || source[i] >= size)
                    throw Throw.IndexOutOfRange("index", source[i], dim, sizes);
                target[i] = source[i] < 0 ? source[i] + size : source[i];
            }

            return result;
        }
    }
}
