using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Sizes and checks that the three recurrent cells share.</summary>
internal sealed record CellWeights(string Name, long Inputs, long Hidden)
{
    /// <summary>Checks x (B, I) and a state (B, H); a single example (I) becomes a batch of one.</summary>
    public void Check(Tensor input, Tensor? state)
    {
        if (input.dim() != 2 || input.size(1) != Inputs)
        {
            throw new ArgumentException(
                $"{Name}: expected input (batch, {Inputs}), got {Show.Of(input.shape)}; "
                + "a single example needs unsqueeze(0).");
        }

        if (state is not null && (state.dim() != 2 || state.size(0) != input.size(0) || state.size(1) != Hidden))
        {
            throw new ArgumentException(
                $"{Name}: expected a state ({input.size(0)}, {Hidden}), got {Show.Of(state.shape)}; "
                + "the state is (batch, hidden).");
        }
    }

    /// <summary>One step: a sequence of one. Its only row is the new state.</summary>
    public (Tensor State, Tensor Cell) Step(
        RecurrentKind kind, Tensor input, Tensor? state, Tensor? cell, RecurrentWeights weights)
    {
        var (rows, _, newCell) = RecurrentLayer.Run(
            kind, input, RowBatches.Even(1, input.size(0)), state?.unsqueeze(0), cell?.unsqueeze(0), [weights]);
        return (rows, newCell is null ? rows : newCell.view(input.size(0), Hidden));
    }
}
