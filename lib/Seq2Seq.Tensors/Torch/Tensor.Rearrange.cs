namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The lower triangle of the last two dimensions, zero above.</summary>
        /// <param name="diagonal">The last diagonal kept.</param>
        public Tensor tril(long diagonal = 0) => Triangle("tril", diagonal, lower: true);

        /// <summary>The upper triangle of the last two dimensions, zero below.</summary>
        /// <param name="diagonal">The first diagonal kept.</param>
        public Tensor triu(long diagonal = 0) => Triangle("triu", diagonal, lower: false);

        /// <summary>A vector on the diagonal of a square matrix, or the diagonal of a matrix as a copy.</summary>
        /// <param name="diagonal">Above (positive) or below (negative) the main diagonal.</param>
        public Tensor diag(long diagonal = 0)
        {
            if (Rank == 2)
                return this.diagonal(diagonal).clone();
            if (Rank != 1)
                throw Throw.ExpectedRank("diag", "the tensor", "1 or 2", Sizes);
            var n = Count + Math.Abs(diagonal);
            var matrix = Tensor.Zeros([n, n], dtype);
            matrix.diagonal(diagonal).copy_(this);
            return matrix;
        }

        /// <summary>The order of dimensions' elements reversed.</summary>
        /// <param name="dims">The dimensions.</param>
        public Tensor flip(params long[] dims)
        {
            var flags = dims.Length == 0 ? new bool[Rank] : Shapes.Dims("flip", dims, Rank);
            var y = this;
            for (var d = 0; d < flags.Length; d++)
            {
                if (flags[d])
                    y = y.index_select(d, Sequences.Arange(Sizes[d] - 1, -1, -1, null, false));
            }

            return ReferenceEquals(y, this) ? clone() : y;
        }

        /// <summary>Elements moved along a dimension; those that leave at one end come in at the other.</summary>
        /// <param name="shifts">How far.</param>
        /// <param name="dims">The dimension; left out, the flattened tensor.</param>
        public Tensor roll(long shifts, long? dims = null)
        {
            if (dims is null)
                return reshape(-1).roll(shifts, 0).reshape(Sizes);
            var d = Shapes.Dim("roll", dims.Value, Rank);
            if (Count == 0)
                return clone();
            var cut = ((-shifts % Sizes[d]) + Sizes[d]) % Sizes[d];
            return cat([narrow(d, cut, Sizes[d] - cut), narrow(d, 0, cut)], d);
        }

        /// <summary>Copies side by side: so many in each dimension; new dimensions come first.</summary>
        /// <param name="sizes">How many.</param>
        public Tensor repeat(params long[] sizes)
        {
            var lead = sizes.Length - Rank;
            if (lead < 0)
                throw Throw.Bad($"repeat: {Throw.S(sizes)} names fewer dimensions than {Throw.S(Sizes)} has; use tile, or name all");
            var (spread, wide, result) = (new long[2 * sizes.Length], new long[2 * sizes.Length], new long[sizes.Length]);
            for (var i = 0; i < sizes.Length; i++)
            {
                if (sizes[i] < 0)
                    throw Throw.NegativeSize("repeat", sizes[i], sizes);
                var own = i < lead ? 1 : Sizes[i - lead];
                (spread[2 * i], spread[(2 * i) + 1]) = (1, own);
                (wide[2 * i], wide[(2 * i) + 1]) = (sizes[i], own);
                result[i] = sizes[i] * own;
            }

            return reshape(spread).expand(wide).clone().reshape(result);
        }

        /// <summary>Copies side by side; dimensions that are not named count 1.</summary>
        /// <param name="reps">How many, the last dimension last.</param>
        public Tensor tile(long[] reps) =>
            reps.Length >= Rank ? repeat(reps) : repeat([.. Enumerable.Repeat(1L, Rank - reps.Length), .. reps]);

        /// <summary>Each element (or slice along a dimension) so many times in a row.</summary>
        /// <param name="repeats">How many times.</param>
        /// <param name="dim">The dimension; left out, the flattened tensor.</param>
        /// <param name="output_size">The size of the result, if known.</param>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null)
        {
            if (repeats < 0)
                throw Throw.Bad($"repeat_interleave: {repeats} repetitions cannot be made; ask for at least 0");
            if (dim is null)
                return reshape(-1).repeat_interleave(repeats, 0, output_size);
            var d = Shapes.Dim("repeat_interleave", dim.Value, Rank);
            return repeat_interleave(torch.full([Sizes[d]], repeats, ScalarType.Int64), d, output_size);
        }

        /// <summary>Each element (or slice along a dimension) its own number of times in a row.</summary>
        /// <param name="repeats">How many times, Int64.</param>
        /// <param name="dim">The dimension; left out, the flattened tensor.</param>
        /// <param name="output_size">The size of the result, if known.</param>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null)
        {
            if (dim is null)
                return reshape(-1).repeat_interleave(repeats, 0, output_size);
            var d = Shapes.Dim("repeat_interleave", dim.Value, Rank);
            if (repeats.dtype.IsFloat() || repeats.Rank > 1 || (repeats.Count != Sizes[d] && repeats.Count != 1))
                throw Throw.Bad($"repeat_interleave: expected {Sizes[d]} integers, one for each index of dimension {d}, got {repeats.dtype} {Throw.S(repeats.Sizes)}");
            var counts = repeats.to_type(ScalarType.Int64).expand(Sizes[d]).data<long>().ToArray();
            var index = new List<long>();
            for (var i = 0; i < counts.Length; i++)
            {
                if (counts[i] < 0)
                    throw Throw.Bad($"repeat_interleave: {counts[i]} repetitions cannot be made; ask for at least 0");
                for (var j = 0L; j < counts[i]; j++)
                    index.Add(i);
            }

            if (output_size is { } expected && expected != index.Count)
                throw Throw.Bad($"repeat_interleave: output_size is {expected}, the repetitions add up to {index.Count}");
            return index_select(d, tensor([.. index], dtype: ScalarType.Int64));
        }

        /// <summary>A copy with a number in the slices that the index names.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Which slices.</param>
        /// <param name="value">The number.</param>
        public Tensor index_fill(long dim, Tensor index, Scalar value)
        {
            var d = Shapes.Dim("index_fill", dim, Rank);
            CheckLongRowIndex("index_fill", index);
            using var truth = Zeros([Rank == 0 ? 1 : Sizes[d]], ScalarType.Int64);
            var marked = truth.index_add(0, index.reshape(-1), torch.ones([index.Count], ScalarType.Int64), 1).ne(0);
            var sizes = new long[Rank];
            Array.Fill(sizes, 1);
            if (Rank > 0)
                sizes[d] = Sizes[d];
            return masked_fill(marked.reshape(sizes), value);
        }

        /// <summary>Writes a number into the slices that the index names.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Which slices.</param>
        /// <param name="value">The number.</param>
        public Tensor index_fill_(long dim, Tensor index, Scalar value) => Overwrite("index_fill_", x => x.index_fill(dim, index, value));

        /// <summary>A copy with slices of the source in the place of those that the index names.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Which slices.</param>
        /// <param name="source">What to write.</param>
        public Tensor index_copy(long dim, Tensor index, Tensor source)
        {
            var d = Shapes.Dim("index_copy", dim, Rank);
            CheckLongRowIndex("index_copy", index);
            using var wide = Scattering.Wide(index, source.Sizes, d);
            return scatter(d, wide, source);
        }

        /// <summary>Zeros in this shape.</summary>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros_like(this, dtype, device, requires_grad);

        /// <summary>Ones in this shape.</summary>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones_like(this, dtype, device, requires_grad);

        /// <summary>One number in this shape.</summary>
        /// <param name="value">The number.</param>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full_like(this, value, dtype, device, requires_grad);

        /// <summary>Uniform random numbers in this shape.</summary>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.rand_like(this, dtype, device, requires_grad);

        /// <summary>Normal random numbers in this shape.</summary>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randn_like(this, dtype, device, requires_grad);

        /// <summary>this = f(this), with all rules of in-place changes.</summary>
        internal Tensor Overwrite(string operation, Func<Tensor, Tensor> compute) => Replace(operation, dtype, null, compute);

        private Tensor Triangle(string operation, long diagonal, bool lower)
        {
            if (Rank < 2)
                throw Throw.ExpectedRank(operation, "the tensor", "at least 2", Sizes);
            using var kept = new TriangleMask(Sizes[^2], Sizes[^1], diagonal, lower).Build();
            var y = Masking.Fill(this, kept, 0);
            if (Records(this))
                new TriangleOp(this, diagonal, lower).Attach(y);
            return y;
        }

        // True where the triangle is NOT.
        private readonly record struct TriangleMask(long Rows, long Columns, long Diagonal, bool Lower)
        {
            public Tensor Build()
            {
                var mask = Uninitialized([Rows, Columns], ScalarType.Bool, scoped: false);
                var span = mask.Span<byte>();
                for (var i = 0; i < Rows; i++)
                {
                    for (var j = 0; j < Columns; j++)
                        span[(int)((i * Columns) + j)] = (Lower ? j - i > Diagonal : j - i < Diagonal) ? (byte)1 : (byte)0;
                }

                return mask;
            }
        }
    }
}
