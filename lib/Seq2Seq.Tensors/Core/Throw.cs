using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Seq2Seq.Tensors;

/// <summary>Every error message of tensors: the operation, what came, what was expected, the remedy.</summary>
internal static class Throw
{
    public static TensorException UnknownType(torch.ScalarType type) =>
        new($"{(int)type} is no element type of this engine; use Float32, Float64, Int64, Int32, Int16, Int8, Byte or Bool");

    public static ArgumentException NotAnElementType(Type type) =>
        new($"{type.Name} is no element type; use float, double, long, int, short, sbyte, byte or bool");

    public static ArgumentException WrongElementType(Type asked, torch.ScalarType type) =>
        new($"{ElementTypes.Of(asked)} is not compatible with {type}: ask for the tensor's own type, or convert it with to_type({ElementTypes.Of(asked)}) first");

    public static InvalidOperationException Disposed() =>
        new("Tensor invalid -- empty handle. It was disposed, by hand or by a DisposeScope; keep it with MoveToOuterDisposeScope() or DetachFromDisposeScope()");

    public static InvalidOperationException NoSuchDevice(string device) =>
        new($"device {device}: this engine computes on the processor only; build with -p:Engine=TorchSharp to use a graphics processor");

    public static ArgumentException UnknownDevice(string text) => new($"device '{text}': not known; use \"cpu\"");

    public static TensorException DimensionOutOfRange(string operation, long dim, int bound) =>
        new($"{operation}: dimension {N(dim)} is out of range; expected {N(-bound)} to {N(bound - 1)}");

    public static TensorException DuplicateDimension(string operation, long dim) =>
        new($"{operation}: dimension {N(dim)} is named twice; name each once");

    public static TensorException CannotBroadcast(
        string operation, ReadOnlySpan<long> a, ReadOnlySpan<long> b, int dim, long sizeA, long sizeB) =>
        new($"{operation}: {S(a)} and {S(b)} do not broadcast: sizes {N(sizeA)} and {N(sizeB)} differ in dimension {N(dim)} and neither is 1");

    public static TensorException InPlaceShape(string operation, ReadOnlySpan<long> target, ReadOnlySpan<long> result) =>
        new($"{operation}: the target {S(target)} would have to grow to {S(result)}; use the form without underscore");

    public static TensorException InPlaceType(string operation, torch.ScalarType result, torch.ScalarType target) =>
        new($"{operation}: a result of type {result} does not fit into a tensor of type {target}; use the form without underscore, or convert first");

    public static TensorException TwoUnknownSizes(string operation, ReadOnlySpan<long> shape) =>
        new($"{operation}: {S(shape)} has -1 twice; only one size can be inferred");

    public static TensorException NegativeSize(string operation, long size, ReadOnlySpan<long> shape) =>
        new($"{operation}: size {N(size)} in {S(shape)} is negative; sizes start at 0");

    public static TensorException AmbiguousSize(string operation, ReadOnlySpan<long> shape) =>
        new($"{operation}: the -1 in {S(shape)} can be any size because there are no elements; name it");

    public static TensorException WrongElementCount(string operation, ReadOnlySpan<long> shape, long count) =>
        new($"{operation}: {S(shape)} does not hold {N(count)} elements; sizes must multiply to that");

    public static TensorException NotViewable(ReadOnlySpan<long> from, ReadOnlySpan<long> strides, ReadOnlySpan<long> to) =>
        new($"view: {S(from)} with strides {S(strides)} cannot be seen as {S(to)} without copying; use reshape");

    public static TensorException OverlappingTarget(string operation, ReadOnlySpan<long> shape) =>
        new($"{operation}: several indices of the {S(shape)} target share one element of memory (it was expanded); clone() it first");

    public static TensorException LeafInPlace(string operation, bool view) =>
        new($"{operation}: {(view ? "a view of a leaf" : "a leaf")} that requires grad cannot be changed in place while recording; do it under no_grad()");

    public static TensorException ModifiedInPlace(string operation, torch.Tensor tensor, int changes) =>
        new($"{operation}: a {tensor.dtype} tensor {S(tensor.Sizes)} it saved for the backward pass was changed in place {N(changes)} time(s) since; use forms without underscore, or clone() before changing it");

    public static TensorException BackwardTwice(string operation) =>
        new($"backward: {operation} has already given its saved tensors back; pass retain_graph: true to the first backward, or compute the loss again");

    public static TensorException NotAScalar(ReadOnlySpan<long> shape) =>
        new($"backward: the tensor is {S(shape)}, not a scalar; sum() or mean() it, or pass its gradient in grad_tensors");

    public static TensorException SeedShape(ReadOnlySpan<long> seed, ReadOnlySpan<long> tensor) =>
        new($"backward: the gradient passed is {S(seed)}, the tensor {S(tensor)}; they must be equal");

    public static TensorException GradShape(ReadOnlySpan<long> grad, ReadOnlySpan<long> tensor) =>
        new($"grad: the gradient set is {S(grad)}, the tensor {S(tensor)}; they must be equal");

    public static TensorException NothingRecorded(string operation) =>
        new($"{operation}: the tensor does not require grad and no recorded operation made it; set requires_grad on a parameter before computing, and not under no_grad()");

    public static TensorException UnusedInput(int i) =>
        new($"autograd.grad: input {N(i)} had no part in the outputs; pass allow_unused: true if that is intended");

    public static NotSupportedException NoDoubleBackward() =>
        new("create_graph: this engine has no derivatives of derivatives; leave create_graph out, or build with -p:Engine=TorchSharp");

    public static TensorException OnlyFloatsRequireGrad(torch.ScalarType type) =>
        new($"requires_grad: {type} tensors have no gradients; only Float32 and Float64 do");

    public static TensorException NotAFloat(string operation, torch.ScalarType type) =>
        new($"{operation}: expected a floating-point tensor, got {type}; convert it with to_type(float32)");

    public static TensorException BoolArithmetic(string operation) =>
        new($"{operation}: not defined on Bool tensors; use logical_not or logical_xor, or convert with to_type(int64)");

    public static TensorException ExpectedType(string operation, string what, string expected, torch.ScalarType got) =>
        new($"{operation}: {what} must be {expected}, got {got}; convert it with to_type");

    public static TensorException DifferentTypes(string operation, torch.ScalarType a, torch.ScalarType b) =>
        new($"{operation}: element types {a} and {b} differ; convert one with to_type");

    public static TensorException InnerSizes(string operation, ReadOnlySpan<long> a, ReadOnlySpan<long> b, long innerA, long innerB) =>
        new($"{operation}: {S(a)} x {S(b)}: inner sizes {N(innerA)} and {N(innerB)} differ");

    public static TensorException LinearSizes(ReadOnlySpan<long> input, ReadOnlySpan<long> weight) =>
        new($"linear: an input {S(input)} has {N(input[^1])} features, the weight {S(weight)} takes {N(weight[1])}; the last dimension of the input must be that");

    public static TensorException BatchSizes(string operation, ReadOnlySpan<long> a, ReadOnlySpan<long> b) =>
        new($"{operation}: {S(a)} x {S(b)}: batch sizes differ");

    public static TensorException ExpectedRank(string operation, string what, string expected, ReadOnlySpan<long> got) =>
        new($"{operation}: {what} must have {expected} dimensions, got {S(got)}");

    public static TensorException ExpectedShape(string operation, string what, ReadOnlySpan<long> expected, ReadOnlySpan<long> got) =>
        new($"{operation}: {what} must be {S(expected)}, got {S(got)}");

    public static TensorException IndexOutOfRange(string operation, long index, int dim, ReadOnlySpan<long> shape) =>
        new($"{operation}: index {N(index)} is out of range for dimension {N(dim)} of {S(shape)}, which has {N(shape.Length == 0 ? 0 : shape[dim])} elements");

    public static TensorException RangeOutOfRange(string operation, long start, long length, int dim, ReadOnlySpan<long> shape) =>
        new($"{operation}: start {N(start)} and length {N(length)} do not lie within dimension {N(dim)} of {S(shape)}");

    public static TensorException TooManyIndices(int count, ReadOnlySpan<long> shape) =>
        new($"index: {N(count)} indices for a tensor {S(shape)}; give at most one per dimension");

    public static TensorException MaskShape(ReadOnlySpan<long> mask, int at, ReadOnlySpan<long> shape) =>
        new($"index: the mask {S(mask)} at index {N(at)} does not match the tensor {S(shape)}; it must have the sizes of the dimensions it selects");

    public static ArgumentException NotOneElement(ReadOnlySpan<long> shape) =>
        new($"Number of elements in the tensor must be 1, got {S(shape)}; index it, or sum() or mean() it first");

    public static TensorException NotOneElementToScalar(long count) =>
        new($"a Tensor with {N(count)} elements cannot be converted to Scalar; index it, or sum() or mean() it first");

    public static ArgumentException ArraySize(long count, ReadOnlySpan<long> shape) =>
        new($"mismatched total size creating a tensor from an array: {N(count)} elements do not fill {S(shape)}");

    public static TensorException EmptyReduction(string operation, ReadOnlySpan<long> shape) =>
        new($"{operation}: {S(shape)} has nothing to choose from; check numel() first");

    public static DivideByZeroException IntegerDivisionByZero(string operation) =>
        new($"{operation}: integer division by zero; divide floating-point tensors, or mask zeros first");

    public static TensorException NegativeIntegerPower() =>
        new("pow: an integer tensor to a negative integer power is not an integer; convert it with to_type(float32) first");

    [SuppressMessage("Usage", "CA2201", Justification = "TorchSharp's accessor throws this type, and so does an array.")]
    public static IndexOutOfRangeException DataIndex(ReadOnlySpan<long> index, ReadOnlySpan<long> shape) =>
        new($"data: index {S(index)} is out of range for {S(shape)}; give one index per dimension, or one counted in row-major order");

    public static TensorException Bad(string message) => new(message);

    public static string S(ReadOnlySpan<long> shape) => Shapes.Text(shape);

    public static string D(double value) => value.ToString(CultureInfo.InvariantCulture);

    public static string N(long value) => value.ToString(CultureInfo.InvariantCulture);
}
