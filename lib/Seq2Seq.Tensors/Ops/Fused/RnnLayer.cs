using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>One plain recurrent layer in one direction over packed rows.</summary>
internal static class RnnLayer
{
    public static (Tensor Rows, Tensor State, Tensor? Cell) RunTanh(
        Tensor rows, RowBatches batches, bool reverse, Tensor? state, Tensor? cell, RecurrentLayers.Weights weights) =>
        Run(rows, batches, reverse, state, weights, value => value.tanh());

    public static (Tensor Rows, Tensor State, Tensor? Cell) RunRelu(
        Tensor rows, RowBatches batches, bool reverse, Tensor? state, Tensor? cell, RecurrentLayers.Weights weights) =>
        Run(rows, batches, reverse, state, weights, value => value.relu());

    private static (Tensor Rows, Tensor State, Tensor? Cell) Run(
        Tensor rows,
        RowBatches batches,
        bool reverse,
        Tensor? state,
        RecurrentLayers.Weights weights,
        Func<Tensor, Tensor> activation)
    {
        state ??= zeros([batches.Largest, weights.HiddenHidden.size(1)], dtype: rows.dtype);
        var projected = nn.functional.linear(rows, weights.InputHidden, weights.InputBias);
        return StepwiseRecurrence.Run(projected, batches, reverse, state, null, (x, h, _) =>
            (activation(x + nn.functional.linear(h, weights.HiddenHidden, weights.HiddenBias)), null));
    }
}
