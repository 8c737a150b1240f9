namespace Seq2Seq.Tensors;

/// <summary>
/// The steps of a loop often end in one linear layer each, whose results are joined, as the scores of a vocabulary are. The gradient of
/// all of them is there at once, so that dx = dy W is one product of many rows instead of one of few rows for every step.
/// </summary>
/// <remarks>Each row of a product is computed the same way, whatever other rows there are (see <see cref="Gemm"/>).</remarks>
internal static class JoinedLinear
{
    /// <summary>Computes dx for the linear layers that <paramref name="join"/> joined, if it is their only use.</summary>
    public static void Prepare(Op join, int dim, torch.Tensor dy)
    {
        if (dim >= dy.Rank - 1 || join.InputCount < 2 || First(join, dy) is not { } first || first.InputGradientOfAll(dy) is not { } all)
            return;
        var start = 0L;
        for (var i = 0; i < join.InputCount; i++)
        {
            var length = join.InputSizes(i)[dim];
            LinearOf(join, i)!.Expect(all.narrow(dim, start, length));
            start += length;
        }

        all.Dispose();
    }

    // The first layer, if all have its weight.
    private static LinearOp? First(Op join, torch.Tensor dy)
    {
        var first = LinearOf(join, 0);
        for (var i = 0; i < join.InputCount; i++)
        {
            if (first is null || join.InputSizes(i)[^1] != dy.Sizes[^1] || LinearOf(join, i) is not { } op
                || op.InputSlot(1) != first.InputSlot(1) || op.InputType(1) != dy.dtype)
                return null;
        }

        return first;
    }

    /// <summary>The layer whose result, but for its shape, is the value (..., columns), if nothing else was made from it in this pass.</summary>
    public static LinearOp? Of(GradientSlot? slot, long columns, long pass)
    {
        if (slot is { Producer: ReshapeOp shaped } && slot.OnlyUse == pass && shaped.InputSizes(0)[^1] == columns)
            slot = shaped.InputSlot(0);
        return slot is { Producer: LinearOp op } && slot.OnlyUse == pass ? op : null;
    }

    private static LinearOp? LinearOf(Op join, int i) => Of(join.InputSlot(i), join.InputSizes(i)[^1], join.Pass);
}
