using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>One GRU layer in one direction over packed rows.</summary>
internal static class GruLayer
{
    public static (Tensor Rows, Tensor State, Tensor? Cell) Run(
        Tensor rows, RowBatches batches, bool reverse, Tensor? state, Tensor? cell, RecurrentLayers.Weights weights)
    {
        var hidden = weights.HiddenHidden.size(1);
        state ??= zeros([batches.Largest, hidden], dtype: rows.dtype);
        var projected = nn.functional.linear(rows, weights.InputHidden, weights.InputBias);
        return StepwiseRecurrence.Run(projected, batches, reverse, state, null, (x, h, _) =>
        {
            var input = x.chunk(3, 1);
            var recurrent = nn.functional.linear(h, weights.HiddenHidden, weights.HiddenBias).chunk(3, 1);
            var reset = (input[0] + recurrent[0]).sigmoid();
            var update = (input[1] + recurrent[1]).sigmoid();
            var candidate = (input[2] + (reset * recurrent[2])).tanh();
            return (candidate + (update * (h - candidate)), null);
        });
    }
}
