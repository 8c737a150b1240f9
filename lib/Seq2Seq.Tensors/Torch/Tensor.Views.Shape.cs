namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The same memory seen in another shape; -1 stands for what is left.</summary>
        /// <param name="shape">The shape.</param>
        public Tensor view(params long[] shape) => Viewed(shape);

        /// <inheritdoc cref="view(long[])"/>
        public Tensor view(params ReadOnlySpan<long> shape) => Viewed(shape);

        private Tensor Viewed(ReadOnlySpan<long> shape)
        {
            var sizes = Shapes.Infer("view", shape, numel());
            var strides = Shapes.ViewStrides(Sizes, Strides, sizes) ?? throw Throw.NotViewable(Sizes, Strides, sizes);
            return Reshaped(sizes, strides);
        }

        /// <summary>The shape of another tensor.</summary>
        /// <param name="other">The other.</param>
        public Tensor view_as(Tensor other) => view(other.Sizes);

        /// <summary>The elements in another shape: the same memory if that is possible, else a copy; -1 stands for what is left.</summary>
        /// <param name="shape">The shape.</param>
        public Tensor reshape(params long[] shape) => Reshape(shape);

        /// <inheritdoc cref="reshape(long[])"/>
        public Tensor reshape(params ReadOnlySpan<long> shape) => Reshape(shape);

        internal Tensor Reshape(params ReadOnlySpan<long> shape)
        {
            var sizes = Shapes.Infer("reshape", shape, numel());
            if (Shapes.ViewStrides(Sizes, Strides, sizes) is { } strides)
                return Reshaped(sizes, strides);
            var copy = clone();
            return copy.Reshaped(sizes, Shapes.ContiguousStrides(sizes));
        }

        /// <summary>Several neighbouring dimensions become one.</summary>
        /// <param name="start_dim">The first of them.</param>
        /// <param name="end_dim">The last of them.</param>
        public Tensor flatten(long start_dim = 0, long end_dim = -1)
        {
            if (Rank == 0)
                return reshape(1);
            var start = Shapes.Dim("flatten", start_dim, Rank);
            var end = Shapes.Dim("flatten", end_dim, Rank);
            if (start > end)
                throw Throw.Bad($"flatten: start_dim {start} lies behind end_dim {end}; exchange them");
            var run = Shapes.Count(Sizes.AsSpan(start, end - start + 1));
            return Reshape(Shapes.Join(Shapes.Join(Sizes.AsSpan(..start), [run]), Sizes.AsSpan(end + 1)));
        }

        /// <summary>One dimension becomes several; -1 stands for what is left.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="sizes">What it becomes.</param>
        public Tensor unflatten(long dim, params long[] sizes)
        {
            if (dim < 0)
                throw new ArgumentException($"unflatten: dimension {dim} must be counted from the front, as TorchSharp has it");
            var d = Shapes.Dim("unflatten", dim, Rank);
            return view([.. Sizes[..d], .. Shapes.Infer("unflatten", sizes, Sizes[d]), .. Sizes[(d + 1)..]]);
        }

        /// <summary>Without the dimension of size 1, or without all of them.</summary>
        /// <param name="dim">The dimension; left out, all of size 1.</param>
        public Tensor squeeze(long? dim = null)
        {
            var only = dim is null ? -1 : Shapes.Dim("squeeze", dim.Value, Rank);
            Span<long> sizes = stackalloc long[Rank];
            Span<long> strides = stackalloc long[Rank];
            var kept = 0;
            for (var i = 0; i < Rank; i++)
            {
                if (Sizes[i] != 1 || (dim is not null && i != only))
                    (sizes[kept], strides[kept++]) = (Sizes[i], Strides[i]);
            }

            return Reshaped(Shapes.Known(sizes[..kept]), Shapes.Known(strides[..kept]));
        }

        /// <summary>With a new dimension of size 1.</summary>
        /// <param name="dim">Where the new dimension stands.</param>
        public Tensor unsqueeze(long dim)
        {
            var d = Shapes.Dim("unsqueeze", dim, Rank + 1);
            var stride = d < Rank ? Math.Max(Sizes[d], 1) * Strides[d] : 1;
            Span<long> sizes = stackalloc long[Rank + 1];
            Span<long> strides = stackalloc long[Rank + 1];
            for (var i = 0; i < sizes.Length; i++)
                (sizes[i], strides[i]) = i == d ? (1, stride) : (Sizes[i < d ? i : i - 1], Strides[i < d ? i : i - 1]);
            return Reshaped(Shapes.Known(sizes), Shapes.Known(strides));
        }

        /// <summary>Dimensions of size 1 stretched without copying; -1 keeps a size, new dimensions come first.</summary>
        /// <param name="sizes">The shape to show.</param>
        public Tensor expand(params long[] sizes) => Expand(sizes);

        /// <inheritdoc cref="expand(long[])"/>
        public Tensor expand(params ReadOnlySpan<long> sizes) => Expand(sizes);

        private Tensor Expand(ReadOnlySpan<long> sizes)
        {
            var lead = sizes.Length - Rank;
            if (lead < 0)
                throw Throw.Bad($"expand: {Throw.S(sizes)} has fewer dimensions than {Throw.S(Sizes)}; give at least as many");
            Span<long> target = stackalloc long[sizes.Length];
            sizes.CopyTo(target);
            for (var i = 0; i < target.Length; i++)
            {
                var own = i < lead ? -1 : Sizes[i - lead];
                if (target[i] == -1 && own >= 0)
                    target[i] = own;
                if (target[i] < 0)
                    throw Throw.NegativeSize("expand", target[i], sizes);
                if (own >= 0 && own != 1 && own != target[i])
                    throw Throw.Bad($"expand: {Throw.S(Sizes)} does not stretch to {Throw.S(sizes)}: size {own} is neither 1 nor {target[i]}");
            }

            var view = MakeView(Shapes.Known(target), Shapes.StretchedStrides(Sizes, Strides, target), Offset);
            if (Records(this))
                Recorded.Expand(this).Attach(view);
            return view;
        }

        /// <summary>Dimensions of size 1 stretched without copying.</summary>
        /// <param name="sizes">The shape to show.</param>
        /// <param name="isImplicit">Has no meaning here.</param>
        public Tensor expand(long[] sizes, bool isImplicit = false) => expand(sizes);

        /// <summary>Dimensions of size 1 stretched without copying.</summary>
        /// <param name="sizes">The shape to show.</param>
        /// <param name="isImplicit">Has no meaning here.</param>
        public Tensor expand(Size sizes, bool isImplicit = false) => expand(sizes.Shape);

        /// <summary>Stretched to the shape of another tensor.</summary>
        /// <param name="other">The other.</param>
        public Tensor expand_as(Tensor other) => expand(other.Sizes);

        /// <summary>Stretched to a shape without copying.</summary>
        /// <param name="shape">The shape.</param>
        public Tensor broadcast_to(params long[] shape) => expand(shape);

        /// <summary>The sum over whatever broadcasting stretched, so that the result has these sizes again.</summary>
        internal Tensor SumTo(long[] sizes)
        {
            if (Sizes.SequenceEqual(sizes))
                return this;
            var lead = Rank - sizes.Length;
            Span<bool> reduced = stackalloc bool[Rank];
            for (var i = 0; i < Rank; i++)
                reduced[i] = i < lead || (sizes[i - lead] == 1 && Sizes[i] != 1);
            return Reduction.Sum(this, Shapes.Known(reduced), keepdim: false).reshape(sizes);
        }

        private Tensor Reshaped(long[] sizes, long[] strides)
        {
            var view = MakeView(sizes, strides, Offset);
            if (Records(this))
                Recorded.Reshape(this).Attach(view);
            return view;
        }
    }
}
