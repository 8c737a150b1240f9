using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>One LSTM layer in one direction over packed rows.</summary>
internal static class LstmLayer
{
    public static (Tensor Rows, Tensor State, Tensor? Cell) Run(
        Tensor rows, RowBatches batches, bool reverse, Tensor? state, Tensor? cell, RecurrentLayers.Weights weights)
    {
        var hidden = weights.HiddenHidden.size(1);
        state ??= zeros([batches.Largest, hidden], dtype: rows.dtype);
        cell ??= zeros([batches.Largest, hidden], dtype: rows.dtype);
        var projected = nn.functional.linear(rows, weights.InputHidden, weights.InputBias);
        return StepwiseRecurrence.Run(projected, batches, reverse, state, cell, (x, h, c) =>
        {
            var gates = (x + nn.functional.linear(h, weights.HiddenHidden, weights.HiddenBias)).chunk(4, 1);
            var next = (gates[1].sigmoid() * c!) + (gates[0].sigmoid() * gates[2].tanh());
            return (gates[3].sigmoid() * next.tanh(), next);
        });
    }
}
