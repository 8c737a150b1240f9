using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>
/// Makes the operations of training steps out of those that nobody can reach any more: the constructor runs once more on the same
/// object (<see cref="OpPool"/>), so that recording leaves nothing to the collector and an op stays what its constructor takes.
/// </summary>
internal static partial class Recorded
{
    public static AddOp Add(Tensor a, Tensor? b, double alpha)
    {
        var op = OpPool.Take<AddOp>();
        Construct(op, a, b, alpha);
        return op;
    }

    public static MulOp Mul(Tensor a, Tensor b)
    {
        var op = OpPool.Take<MulOp>();
        Construct(op, a, b);
        return op;
    }

    public static ScaleOp Scale(Tensor x, Scalar factor, bool divide)
    {
        var op = OpPool.Take<ScaleOp>();
        Construct(op, x, factor, divide);
        return op;
    }

    public static DivOp Div(Tensor a, Tensor b)
    {
        var op = OpPool.Take<DivOp>();
        Construct(op, a, b);
        return op;
    }

    public static NegOp Neg(Tensor x)
    {
        var op = OpPool.Take<NegOp>();
        Construct(op, x);
        return op;
    }

    public static ExpOp Exp(Tensor x, Tensor y)
    {
        var op = OpPool.Take<ExpOp>();
        Construct(op, x, y);
        return op;
    }

    public static LogOp Log(Tensor x)
    {
        var op = OpPool.Take<LogOp>();
        Construct(op, x);
        return op;
    }

    public static TanhOp Tanh(Tensor x, Tensor y)
    {
        var op = OpPool.Take<TanhOp>();
        Construct(op, x, y);
        return op;
    }

    public static SigmoidOp Sigmoid(Tensor x, Tensor y)
    {
        var op = OpPool.Take<SigmoidOp>();
        Construct(op, x, y);
        return op;
    }

    public static ReluOp Relu(Tensor x, Tensor y)
    {
        var op = OpPool.Take<ReluOp>();
        Construct(op, x, y);
        return op;
    }

    public static GeluOp Gelu(Tensor x)
    {
        var op = OpPool.Take<GeluOp>();
        Construct(op, x);
        return op;
    }

    public static SquareOp Square(Tensor x)
    {
        var op = OpPool.Take<SquareOp>();
        Construct(op, x);
        return op;
    }

    public static SqrtOp Sqrt(Tensor x, Tensor y)
    {
        var op = OpPool.Take<SqrtOp>();
        Construct(op, x, y);
        return op;
    }

    public static SumOp Sum(Tensor x, long[] keptSizes, double factor)
    {
        var op = OpPool.Take<SumOp>();
        Construct(op, x, keptSizes, factor);
        return op;
    }

    public static SoftmaxOp Softmax(Tensor x, Tensor y)
    {
        var op = OpPool.Take<SoftmaxOp>();
        Construct(op, x, y);
        return op;
    }

    public static LogSoftmaxOp LogSoftmax(Tensor x, Tensor y)
    {
        var op = OpPool.Take<LogSoftmaxOp>();
        Construct(op, x, y);
        return op;
    }

    public static MmOp Mm(Tensor a, Tensor b)
    {
        var op = OpPool.Take<MmOp>();
        Construct(op, a, b);
        return op;
    }

    public static MatmulOp Matmul(Tensor a, Tensor b)
    {
        var op = OpPool.Take<MatmulOp>();
        Construct(op, a, b);
        return op;
    }

    public static LinearOp Linear(Tensor x, Tensor weight, Tensor? bias)
    {
        var op = OpPool.Take<LinearOp>();
        Construct(op, x, weight, bias);
        return op;
    }

    public static CatOp Cat(ReadOnlySpan<Tensor> inputs, int dim)
    {
        var op = OpPool.Take<CatOp>();
        Construct(op, inputs, dim);
        return op;
    }

    public static NarrowOp Narrow(Tensor x, int dim, long start, long length, long step)
    {
        var op = OpPool.Take<NarrowOp>();
        Construct(op, x, dim, start, length, step);
        return op;
    }

    public static SelectOp Select(Tensor x, int dim, long index)
    {
        var op = OpPool.Take<SelectOp>();
        Construct(op, x, dim, index);
        return op;
    }

    public static PermuteOp Permute(Tensor x, long[] order)
    {
        var op = OpPool.Take<PermuteOp>();
        Construct(op, x, order);
        return op;
    }

    public static ExpandOp Expand(Tensor x)
    {
        var op = OpPool.Take<ExpandOp>();
        Construct(op, x);
        return op;
    }

    public static ReshapeOp Reshape(Tensor x)
    {
        var op = OpPool.Take<ReshapeOp>();
        Construct(op, x);
        return op;
    }

    public static CloneOp Clone(Tensor x)
    {
        var op = OpPool.Take<CloneOp>();
        Construct(op, x);
        return op;
    }

    public static ConvertOp Convert(Tensor x)
    {
        var op = OpPool.Take<ConvertOp>();
        Construct(op, x);
        return op;
    }

    public static MaskedFillOp MaskedFill(Tensor x, Tensor mask)
    {
        var op = OpPool.Take<MaskedFillOp>();
        Construct(op, x, mask);
        return op;
    }

    public static IndexSelectOp IndexSelect(Tensor x, int dim, Tensor index)
    {
        var op = OpPool.Take<IndexSelectOp>();
        Construct(op, x, dim, index);
        return op;
    }

    public static GatherOp Gather(Tensor x, int dim, Tensor index)
    {
        var op = OpPool.Take<GatherOp>();
        Construct(op, x, dim, index);
        return op;
    }

    public static WhereOp Where(Tensor condition, Tensor a, Tensor b)
    {
        var op = OpPool.Take<WhereOp>();
        Construct(op, condition, a, b);
        return op;
    }

    public static DropoutOp Dropout(Tensor x, double p, ulong seed, ulong offset)
    {
        var op = OpPool.Take<DropoutOp>();
        Construct(op, x, p, seed, offset);
        return op;
    }

    public static EmbeddingOp Embedding(Tensor weight, Tensor indices, long padding, Tensor? shares)
    {
        var op = OpPool.Take<EmbeddingOp>();
        Construct(op, weight, indices, padding, shares);
        return op;
    }

    public static LayerNormOp LayerNorm(Tensor x, Tensor? weight, Tensor? bias, Tensor means, Tensor scales)
    {
        var op = OpPool.Take<LayerNormOp>();
        Construct(op, x, weight, bias, means, scales);
        return op;
    }

    public static CrossEntropyOp CrossEntropy(
        Tensor rows, Tensor targets, Tensor logSums, Tensor? weight, long ignore, double smoothing, double? scale)
    {
        var op = OpPool.Take<CrossEntropyOp>();
        Construct(op, rows, targets, logSums, weight, ignore, smoothing, scale);
        return op;
    }

    public static RecurrentOp Recurrent(
        RecurrentKind kind, RowBatches batches, int directions, int perDirection, bool hasState, bool hasCell, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> saves)
    {
        var op = OpPool.Take<RecurrentOp>();
        Construct(op, kind, batches, directions, perDirection, hasState, hasCell, inputs, saves);
        return op;
    }

    public static AdditiveWeightsOp AdditiveWeights(
        Tensor q, Tensor k, Tensor v, Tensor? b, Tensor? mask, Tensor weights, AdditiveShape shape)
    {
        var op = OpPool.Take<AdditiveWeightsOp>();
        Construct(op, q, k, v, b, mask, weights, shape);
        return op;
    }

    public static ScaledDotProductOp ScaledDotProduct(
        Tensor q, Tensor k, Tensor v, Tensor weights, Tensor dropped, AttentionShape shape, double scale, double dropout, (ulong Seed, ulong Offset) random)
    {
        var op = OpPool.Take<ScaledDotProductOp>();
        Construct(op, q, k, v, weights, dropped, shape, scale, dropout, random);
        return op;
    }
}
