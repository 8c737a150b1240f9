namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>The variance of all elements.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="unbiased">Divide by n − 1 instead of n.</param>
    public static Tensor var(Tensor input, bool unbiased = true) => input.var(unbiased);

    /// <summary>The variance over a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimensions">The dimension.</param>
    /// <param name="unbiased">Divide by n − 1 instead of n.</param>
    /// <param name="keepdim">Keep it with size 1.</param>
    /// <param name="type">The type to compute in.</param>
    public static Tensor var(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <summary>The variance over dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimensions">The dimensions.</param>
    /// <param name="unbiased">Divide by n − 1 instead of n.</param>
    /// <param name="keepdim">Keep them with size 1.</param>
    /// <param name="type">The type to compute in.</param>
    public static Tensor var(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <summary>The variance over two dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimensions">The dimensions.</param>
    /// <param name="unbiased">Divide by n − 1 instead of n.</param>
    /// <param name="keepdim">Keep them with size 1.</param>
    /// <param name="type">The type to compute in.</param>
    public static Tensor var(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <summary>The variance over three dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimensions">The dimensions.</param>
    /// <param name="unbiased">Divide by n − 1 instead of n.</param>
    /// <param name="keepdim">Keep them with size 1.</param>
    /// <param name="type">The type to compute in.</param>
    public static Tensor var(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation of all elements.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="unbiased">Divide by n − 1 instead of n.</param>
    public static Tensor std(Tensor input, bool unbiased = true) => input.std(unbiased);

    /// <summary>The standard deviation over a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimensions">The dimension.</param>
    /// <param name="unbiased">Divide by n − 1 instead of n.</param>
    /// <param name="keepdim">Keep it with size 1.</param>
    /// <param name="type">The type to compute in.</param>
    public static Tensor std(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation over dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimensions">The dimensions.</param>
    /// <param name="unbiased">Divide by n − 1 instead of n.</param>
    /// <param name="keepdim">Keep them with size 1.</param>
    /// <param name="type">The type to compute in.</param>
    public static Tensor std(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation over two dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimensions">The dimensions.</param>
    /// <param name="unbiased">Divide by n − 1 instead of n.</param>
    /// <param name="keepdim">Keep them with size 1.</param>
    /// <param name="type">The type to compute in.</param>
    public static Tensor std(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <summary>The standard deviation over three dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimensions">The dimensions.</param>
    /// <param name="unbiased">Divide by n − 1 instead of n.</param>
    /// <param name="keepdim">Keep them with size 1.</param>
    /// <param name="type">The type to compute in.</param>
    public static Tensor std(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <summary>√(Σ x²) over all elements.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor norm(Tensor input) => input.norm();

    /// <summary>(Σ |x|ᵖ)^(1/p) over all elements.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="p">Which norm; infinity is the largest size.</param>
    public static Tensor norm(Tensor input, float p = 2) => input.norm(p);

    /// <summary>(Σ |x|ᵖ)^(1/p) over a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimension">The dimension.</param>
    /// <param name="keepdim">Keep it with size 1.</param>
    /// <param name="p">Which norm; infinity is the largest size.</param>
    public static Tensor norm(Tensor input, int dimension, bool keepdim = false, float p = 2) =>
        input.norm(dimension, keepdim, p);

    /// <summary>The running sum along a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="type">The type to sum in; left out, integers and truth values give Int64.</param>
    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => input.cumsum(dim, type);

    /// <summary>The elements along a dimension in order, and where they were; equal ones keep their order, NaN is the largest.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="descending">Largest first.</param>
    /// <param name="stable">Always so here.</param>
    public static (Tensor Values, Tensor Indices) sort(Tensor input, long dim = -1, bool descending = false, bool stable = false) =>
        input.sort(dim, descending, stable);

    /// <summary>Where the elements along a dimension, in order, are.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="descending">Largest first.</param>
    public static Tensor argsort(Tensor input, long dim = -1, bool descending = false) =>
        input.argsort(dim, descending);

    /// <summary>The k largest elements along a dimension in order, and where they are.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="k">How many.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="largest">False for the smallest.</param>
    /// <param name="sorted">Always so here.</param>
    public static (Tensor values, Tensor indices) topk(Tensor tensor, int k, int dim = -1, bool largest = true, bool sorted = true) =>
        tensor.topk(k, dim, largest, sorted);

    /// <summary>The element in the middle of the order; of two, the lower.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor median(Tensor input) => input.median();

    /// <summary>How often each integer 0, 1, ... occurs.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="weights">What each counts; left out, 1.</param>
    /// <param name="minlength">The least size of the result.</param>
    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) =>
        input.bincount(weights, minlength);
}
