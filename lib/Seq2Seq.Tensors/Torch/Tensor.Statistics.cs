namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The variance of all elements.</summary>
        /// <param name="unbiased">Divide by n − 1 instead of n.</param>
        public Tensor var(bool unbiased = true) => Variance("var", [], unbiased, false, null);

        /// <summary>The variance over a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="unbiased">Divide by n − 1 instead of n.</param>
        /// <param name="keepdim">Keep it with size 1.</param>
        /// <param name="type">The type to compute in.</param>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Variance("var", [dim], unbiased, keepdim, type);

        /// <summary>The variance over dimensions.</summary>
        /// <param name="dimensions">The dimensions.</param>
        /// <param name="unbiased">Divide by n − 1 instead of n.</param>
        /// <param name="keepdim">Keep them with size 1.</param>
        /// <param name="type">The type to compute in.</param>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Variance("var", dimensions, unbiased, keepdim, type);

        /// <summary>The variance over two dimensions.</summary>
        /// <param name="dim">The dimensions.</param>
        /// <param name="unbiased">Divide by n − 1 instead of n.</param>
        /// <param name="keepdim">Keep them with size 1.</param>
        /// <param name="type">The type to compute in.</param>
        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Variance("var", [dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>The variance over three dimensions.</summary>
        /// <param name="dim">The dimensions.</param>
        /// <param name="unbiased">Divide by n − 1 instead of n.</param>
        /// <param name="keepdim">Keep them with size 1.</param>
        /// <param name="type">The type to compute in.</param>
        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Variance("var", [dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>The standard deviation of all elements.</summary>
        /// <param name="unbiased">Divide by n − 1 instead of n.</param>
        public Tensor std(bool unbiased = true) => Variance("std", [], unbiased, false, null).sqrt();

        /// <summary>The standard deviation over a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="unbiased">Divide by n − 1 instead of n.</param>
        /// <param name="keepdim">Keep it with size 1.</param>
        /// <param name="type">The type to compute in.</param>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Variance("std", [dim], unbiased, keepdim, type).sqrt();

        /// <summary>The standard deviation over dimensions.</summary>
        /// <param name="dimensions">The dimensions.</param>
        /// <param name="unbiased">Divide by n − 1 instead of n.</param>
        /// <param name="keepdim">Keep them with size 1.</param>
        /// <param name="type">The type to compute in.</param>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Variance("std", dimensions, unbiased, keepdim, type).sqrt();

        /// <summary>The standard deviation over two dimensions.</summary>
        /// <param name="dim">The dimensions.</param>
        /// <param name="unbiased">Divide by n − 1 instead of n.</param>
        /// <param name="keepdim">Keep them with size 1.</param>
        /// <param name="type">The type to compute in.</param>
        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Variance("std", [dim.Item1, dim.Item2], unbiased, keepdim, type).sqrt();

        /// <summary>The standard deviation over three dimensions.</summary>
        /// <param name="dim">The dimensions.</param>
        /// <param name="unbiased">Divide by n − 1 instead of n.</param>
        /// <param name="keepdim">Keep them with size 1.</param>
        /// <param name="type">The type to compute in.</param>
        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Variance("std", [dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type).sqrt();

        /// <summary>(Σ |x|ᵖ)^(1/p) over all elements.</summary>
        /// <param name="p">Which norm; infinity is the largest size.</param>
        public Tensor norm(float p = 2) => Norm([], false, p);

        /// <summary>(Σ |x|ᵖ)^(1/p) over a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Keep it with size 1.</param>
        /// <param name="p">Which norm; infinity is the largest size.</param>
        public Tensor norm(int dim, bool keepdim = false, float p = 2) => Norm([dim], keepdim, p);

        /// <summary>(Σ |x|ᵖ)^(1/p) over dimensions; none means all.</summary>
        internal Tensor Norm(long[] dims, bool keepdim, double p)
        {
            RequireFloat("norm");
            var reduced = Shapes.Dims("norm", dims, Rank);
            var named = Enumerable.Range(0, Rank).Where(i => reduced[i]).Select(i => (long)i).ToArray();
            Tensor y;
            using (no_grad())
            {
                using var scope = NewDisposeScope();
                y = p switch
                {
                    2 => Reduction.Sum(square(), reduced, keepdim).sqrt(),
                    1 => Reduction.Sum(abs(), reduced, keepdim),
                    double.PositiveInfinity => Count == 0 ? Reduction.Sum(this, reduced, keepdim) : abs().amax(named, keepdim),
                    0 => Reduction.Sum(ne(0).to_type(dtype), reduced, keepdim),
                    _ => Reduction.Sum(abs().pow(p), reduced, keepdim).pow(1 / p),
                };
                y.MoveToOuterDisposeScope();
            }

            if (Records(this))
            {
                if (p == 0)
                    new StepOp(this).Attach(y);
                else
                    new NormOp(this, y, p, Reduction.Sizes(Sizes, reduced, keepdim: true)).Attach(y);
            }

            return y;
        }

        /// <summary>The running sum along a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="type">The type to sum in; left out, integers and truth values give Int64.</param>
        public Tensor cumsum(long dim, ScalarType? type = null)
        {
            var target = type ?? (dtype.IsFloat() ? dtype : ScalarType.Int64);
            if (target != dtype)
                return to_type(target).cumsum(dim);
            var d = Shapes.Dim("cumsum", dim, Rank);
            var y = Running.Sum(this, d);
            if (Records(this))
                new CumsumOp(this, d).Attach(y);
            return y;
        }

        /// <summary>The elements along a dimension in order, and where they were; equal ones keep their order, NaN is the largest.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="descending">Largest first.</param>
        /// <param name="stable">Always so here.</param>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false)
        {
            var order = argsort(dim, descending);
            return (gather(Shapes.Dim("sort", dim, Rank), order), order);
        }

        /// <summary>Where the elements along a dimension, in order, are.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="descending">Largest first.</param>
        public Tensor argsort(long dim = -1, bool descending = false)
        {
            var d = Shapes.Dim("argsort", dim, Rank);
            if (Rank == 0)
                return torch.zeros([], ScalarType.Int64);
            using var noGrad = no_grad();
            return Sorting.Order(movedim([d], [-1]), descending, (int)Sizes[d]).movedim([-1], [d]);
        }

        /// <summary>The k largest elements along a dimension in order, and where they are.</summary>
        /// <param name="k">How many.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="largest">False for the smallest.</param>
        /// <param name="sorted">Always so here.</param>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            var d = Shapes.Dim("topk", dim, Rank);
            var size = Rank == 0 ? 1 : Sizes[d];
            if (k < 0 || k > size)
                throw Throw.Bad($"topk: {k} elements cannot be chosen from the {size} of dimension {d} of {Throw.S(Sizes)}");
            if (Rank == 0)
                return (clone(), torch.zeros([], ScalarType.Int64));
            Tensor order;
            using (no_grad())
                order = Sorting.Order(movedim([d], [-1]), largest, k).movedim([-1], [d]).contiguous();
            return (gather(d, order), order);
        }

        /// <summary>The element in the middle of the order; of two, the lower.</summary>
        public Tensor median()
        {
            if (Count == 0)
                throw Throw.EmptyReduction("median", Sizes);
            var flat = reshape(-1);
            return flat.sort().Values.select(0, (Count - 1) / 2);
        }

        /// <summary>How often each integer 0, 1, ... occurs.</summary>
        /// <param name="weights">What each counts; left out, 1.</param>
        /// <param name="minlength">The least size of the result.</param>
        public Tensor bincount(Tensor? weights, long minlength = 0)
        {
            if (Rank != 1 || dtype.IsFloat() || dtype == ScalarType.Bool)
                throw Throw.Bad($"bincount: expected integers in 1 dimension, got {dtype} {Throw.S(Sizes)}");
            var index = to_type(ScalarType.Int64);
            if (Count > 0 && index.min().item<long>() < 0)
                throw Throw.Bad("bincount: there are negative integers; count from 0");
            var size = Math.Max(minlength, Count == 0 ? 0 : index.max().item<long>() + 1);
            var amounts = weights ?? torch.ones([Count], ScalarType.Int64);
            return torch.zeros([size], amounts.dtype).scatter_add(0, index, amounts);
        }

        private Tensor Variance(string operation, ReadOnlySpan<long> dims, bool unbiased, bool keepdim, ScalarType? type)
        {
            if (type is { } wanted && wanted != dtype)
                return to_type(wanted).Variance(operation, dims, unbiased, keepdim, null);
            RequireFloat(operation);
            var reduced = Shapes.Dims(operation, dims, Rank);
            var named = Enumerable.Range(0, Rank).Where(i => reduced[i]).Select(i => (long)i).ToArray();
            var count = named.Aggregate(1L, (n, d) => n * Sizes[d]);
            var centred = sub(mean(named, keepdim: true));
            return centred.square().sum(named, keepdim).div(unbiased ? count - 1 : count);
        }
    }
}
