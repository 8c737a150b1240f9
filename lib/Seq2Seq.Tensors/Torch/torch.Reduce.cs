namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>The sum of all elements.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="type">The type to sum in; left out, integers and truth values give Int64.</param>
    public static Tensor sum(Tensor input, ScalarType? type = null) => input.sum(type);

    /// <summary>The sum over a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="keepdim">Keep it with size 1.</param>
    /// <param name="type">The type to sum in.</param>
    public static Tensor sum(Tensor input, int dim, bool keepdim = false, ScalarType? type = null) =>
        input.sum(dim, keepdim, type);

    /// <summary>The sum over a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="keepdim">Keep it with size 1.</param>
    /// <param name="type">The type to sum in.</param>
    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) =>
        input.sum(dim, keepdim, type);

    /// <summary>The sum over dimensions; none means all.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimensions.</param>
    /// <param name="keepdim">Keep them with size 1.</param>
    /// <param name="type">The type to sum in.</param>
    public static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
        input.sum(dim, keepdim, type);

    /// <summary>The mean of all elements.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor mean(Tensor input) => input.mean();

    /// <summary>The mean over dimensions.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimensions">The dimensions.</param>
    /// <param name="keepdim">Keep them with size 1.</param>
    /// <param name="type">The type to compute in.</param>
    public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
        input.mean(dimensions, keepdim, type);

    /// <summary>The product of all elements.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="type">The type to multiply in.</param>
    public static Tensor prod(Tensor input, ScalarType? type = null) => input.prod(type);

    /// <summary>The product over a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="keepdim">Keep it with size 1.</param>
    /// <param name="type">The type to multiply in.</param>
    public static Tensor prod(Tensor input, int dim, bool keepdim = false, ScalarType? type = null) =>
        input.prod(dim, keepdim, type);

    /// <summary>The product over a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="keepdim">Keep it with size 1.</param>
    /// <param name="type">The type to multiply in.</param>
    public static Tensor prod(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) =>
        input.prod(dim, keepdim, type);

    /// <summary>The largest element; equal ones share the gradient.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor max(Tensor input) => input.max();

    /// <summary>The smallest element; equal ones share the gradient.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor min(Tensor input) => input.min();

    /// <summary>The largest along a dimension, and where: the first of equal ones.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="keepdim">Keep it with size 1.</param>
    public static (Tensor values, Tensor indexes) max(Tensor input, long dim, bool keepdim = false) =>
        input.max(dim, keepdim);

    /// <summary>The smallest along a dimension, and where: the first of equal ones.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="keepdim">Keep it with size 1.</param>
    public static (Tensor values, Tensor indexes) min(Tensor input, long dim, bool keepdim = false) =>
        input.min(dim, keepdim);

    /// <summary>The largest over dimensions; equal ones share the gradient.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dims">The dimensions; none means all.</param>
    /// <param name="keepdim">Keep them with size 1.</param>
    public static Tensor amax(Tensor input, long[] dims, bool keepdim = false) => input.amax(dims, keepdim);

    /// <summary>The smallest over dimensions; equal ones share the gradient.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dims">The dimensions; none means all.</param>
    /// <param name="keepdim">Keep them with size 1.</param>
    public static Tensor amin(Tensor input, long[] dims, bool keepdim = false) => input.amin(dims, keepdim);

    /// <summary>Where the largest element is, counted in row-major order.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor argmax(Tensor input) => input.argmax();

    /// <summary>Where the largest element along a dimension is.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="keepdim">Keep it with size 1.</param>
    public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => input.argmax(dim, keepdim);

    /// <summary>Where the smallest element is, counted in row-major order.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor argmin(Tensor input) => input.argmin();

    /// <summary>Where the smallest element along a dimension is.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="keepdim">Keep it with size 1.</param>
    public static Tensor argmin(Tensor input, long dim, bool keepdim = false) => input.argmin(dim, keepdim);

    /// <summary>Are all elements true (not zero)?</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor all(Tensor input) => input.all();

    /// <summary>Is any element true (not zero)?</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor any(Tensor input) => input.any();

    /// <summary>Are all elements along a dimension true (not zero)?</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="keepdim">Keep it with size 1.</param>
    public static Tensor all(Tensor input, long dim, bool keepdim = false) => input.all(dim, keepdim);

    /// <summary>Is any element along a dimension true (not zero)?</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="keepdim">Keep it with size 1.</param>
    public static Tensor any(Tensor input, long dim, bool keepdim = false) => input.any(dim, keepdim);

    /// <summary>How many elements are not zero.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor count_nonzero(Tensor input) => input.count_nonzero();

    /// <summary>ln Σ exp over a dimension, without overflow.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="keepdim">Keep it with size 1.</param>
    public static Tensor logsumexp(Tensor input, long dim, bool keepdim = false) => input.logsumexp(dim, keepdim);

    /// <summary>exp x / Σ exp x along a dimension.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="dtype">The type to compute in.</param>
    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
}
