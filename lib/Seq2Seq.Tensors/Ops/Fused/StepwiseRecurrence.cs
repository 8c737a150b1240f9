using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>A recurrence as a loop over time steps of packed rows.</summary>
internal static class StepwiseRecurrence
{
    /// <summary>One step: what the input contributes (n, gates · H), state and cell (n, H) → the next state and cell.</summary>
    public delegate (Tensor State, Tensor? Cell) Step(Tensor projected, Tensor state, Tensor? cell);

    public static (Tensor Rows, Tensor State, Tensor? Cell) Run(
        Tensor projected, RowBatches batches, bool reverse, Tensor state, Tensor? cell, Step step)
    {
        var rows = new Tensor[batches.Steps];
        if (reverse)
        {
            var (first, firstCell) = (state, cell);
            var n = batches.Sizes[^1];
            (state, cell) = (state.narrow(0, 0, n), cell?.narrow(0, 0, n));
            var end = (long)batches.Rows;
            for (var t = batches.Steps - 1; t >= 0; t--)
            {
                // Shorter sequences join with their own first state.
                var joining = batches.Sizes[t] - n;
                if (joining > 0)
                {
                    state = cat([state, first.narrow(0, n, joining)], 0);
                    cell = cell is null ? null : cat([cell, firstCell!.narrow(0, n, joining)], 0);
                }

                n = batches.Sizes[t];
                end -= n;
                (state, cell) = step(projected.narrow(0, end, n), state, cell);
                rows[t] = state;
            }

            return (cat(rows, 0), state, cell);
        }

        var ended = new Stack<Tensor>();
        var endedCells = new Stack<Tensor>();
        var start = 0L;
        for (var t = 0; t < batches.Steps; t++)
        {
            var n = batches.Sizes[t];
            var leaving = state.size(0) - n;
            if (leaving > 0)
            {
                ended.Push(state.narrow(0, n, leaving));
                state = state.narrow(0, 0, n);
                if (cell is not null)
                {
                    endedCells.Push(cell.narrow(0, n, leaving));
                    cell = cell.narrow(0, 0, n);
                }
            }

            (state, cell) = step(projected.narrow(0, start, n), state, cell);
            rows[t] = state;
            start += n;
        }

        return (cat(rows, 0), cat([state, .. ended], 0), cell is null ? null : cat([cell, .. endedCells], 0));
    }
}
