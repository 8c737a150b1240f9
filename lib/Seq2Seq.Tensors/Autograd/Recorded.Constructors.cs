using System.Runtime.CompilerServices;
using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

internal static partial class Recorded
{
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(AddOp op, Tensor a, Tensor? b, double alpha);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(MulOp op, Tensor a, Tensor b);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(ScaleOp op, Tensor x, Scalar factor, bool divide);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(DivOp op, Tensor a, Tensor b);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(NegOp op, Tensor x);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(ExpOp op, Tensor x, Tensor y);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(LogOp op, Tensor x);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(TanhOp op, Tensor x, Tensor y);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(SigmoidOp op, Tensor x, Tensor y);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(ReluOp op, Tensor x, Tensor y);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(GeluOp op, Tensor x);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(SquareOp op, Tensor x);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(SqrtOp op, Tensor x, Tensor y);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(SumOp op, Tensor x, long[] keptSizes, double factor);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(SoftmaxOp op, Tensor x, Tensor y);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(LogSoftmaxOp op, Tensor x, Tensor y);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(MmOp op, Tensor a, Tensor b);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(MatmulOp op, Tensor a, Tensor b);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(LinearOp op, Tensor x, Tensor weight, Tensor? bias);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(CatOp op, ReadOnlySpan<Tensor> inputs, int dim);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(NarrowOp op, Tensor x, int dim, long start, long length, long step);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(SelectOp op, Tensor x, int dim, long index);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(PermuteOp op, Tensor x, long[] order);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(ExpandOp op, Tensor x);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(ReshapeOp op, Tensor x);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(CloneOp op, Tensor x);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(ConvertOp op, Tensor x);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(MaskedFillOp op, Tensor x, Tensor mask);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(IndexSelectOp op, Tensor x, int dim, Tensor index);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(GatherOp op, Tensor x, int dim, Tensor index);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(WhereOp op, Tensor condition, Tensor a, Tensor b);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(DropoutOp op, Tensor x, double p, ulong seed, ulong offset);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(EmbeddingOp op, Tensor weight, Tensor indices, long padding, Tensor? shares);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(
        LayerNormOp op, Tensor x, Tensor? weight, Tensor? bias, Tensor means, Tensor scales);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(
        CrossEntropyOp op, Tensor rows, Tensor targets, Tensor logSums, Tensor? weight, long ignore, double smoothing, double? scale);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(
        RecurrentOp op, RecurrentKind kind, RowBatches batches, int directions, int perDirection, bool hasState, bool hasCell, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> saves);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(
        AdditiveWeightsOp op, Tensor q, Tensor k, Tensor v, Tensor? b, Tensor? mask, Tensor weights, AdditiveShape shape);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(
        ScaledDotProductOp op, Tensor q, Tensor k, Tensor v, Tensor weights, Tensor dropped, AttentionShape shape, double scale, double dropout, (ulong Seed, ulong Offset) random);
}
