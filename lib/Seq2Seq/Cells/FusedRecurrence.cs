namespace Seq2Seq.Models;

/// <summary>Recurrent layers on the engine's fused <c>nn.RNN</c>, <c>nn.GRU</c> and <c>nn.LSTM</c>: the fast ones.</summary>
public sealed class FusedRecurrence : Recurrence
{
    private readonly RNN? rnn;
    private readonly GRU? gru;
    private readonly LSTM? lstm;

    /// <summary>Layers of one kind; dropout acts between layers.</summary>
    public FusedRecurrence(
        CellKind kind, long inputSize, long hiddenSize, int layers = 1, bool bidirectional = false, double dropout = 0)
        : base(nameof(FusedRecurrence), kind, inputSize, hiddenSize, layers, bidirectional)
    {
        var between = layers > 1 ? dropout : 0;
        switch (kind)
        {
            case CellKind.Gru:
                gru = nn.GRU(inputSize, hiddenSize, layers, batchFirst: true, dropout: between, bidirectional: bidirectional);
                break;
            case CellKind.Lstm:
                lstm = nn.LSTM(inputSize, hiddenSize, layers, batchFirst: true, dropout: between, bidirectional: bidirectional);
                break;
            default:
                rnn = nn.RNN(inputSize, hiddenSize, layers, batchFirst: true, dropout: between, bidirectional: bidirectional);
                break;
        }

        RegisterComponents();
    }

    /// <inheritdoc/>
    public override RecurrentOutput Run(Tensor input, RecurrentState? state = null, Tensor? lengths = null)
    {
        RefuseStateForTwoDirections(state);
        return lengths is null ? RunFull(input, state) : RunPacked(input, state, lengths);
    }

    /// <inheritdoc/>
    public override RecurrentOutput Branch(Tensor input, RecurrentState state, Tensor rows)
    {
        RefuseStateForTwoDirections(state);
#if TORCHSHARP
        return base.Branch(input, state, rows);
#else
        if (lstm is not null)
        {
            var (output, hidden, memory) = FusedOps.step_from(lstm, input, (state.Hidden, state.Memory!), rows);
            return new RecurrentOutput(output.unsqueeze(1), new RecurrentState(hidden, memory));
        }

        if (gru is null) return base.Branch(input, state, rows);
        var (result, last) = FusedOps.step_from(gru, input, state.Hidden, rows);
        return new RecurrentOutput(result.unsqueeze(1), new RecurrentState(last));
#endif
    }

    internal override RecurrentOutput? Step(
        KeptTokens kept, RecurrentDecoder decoder, Tensor ids, Tensor? rest, RecurrentDecoderState state)
    {
#if TORCHSHARP
        return null;
#else
        if (FusedOps.has_hooks(decoder) || kept.Of(decoder.TargetEmbedding.weight) is not { } tokens) return null;
        var (given, rows) = (state.Recurrent, state.Shared?.Rows);
        if (lstm is not null)
        {
            var (output, hidden, memory) = FusedOps.step_from(lstm, tokens, ids, rest, (given.Hidden, given.Memory!), rows);
            return new RecurrentOutput(output.unsqueeze(1), new RecurrentState(hidden, memory));
        }

        if (gru is null) return null;
        var (result, last) = FusedOps.step_from(gru, tokens, ids, rest, given.Hidden, rows);
        return new RecurrentOutput(result.unsqueeze(1), new RecurrentState(last));
#endif
    }

    private RecurrentOutput RunFull(Tensor input, RecurrentState? state)
    {
        if (lstm is not null)
        {
            var (output, hidden, memory) = lstm.call(input, Pair(state));
            return new RecurrentOutput(output, Joined(hidden, memory));
        }

        var (result, last) = gru is not null ? gru.call(input, state?.Hidden) : rnn!.call(input, state?.Hidden);
        return new RecurrentOutput(result, Joined(last, null));
    }

    private RecurrentOutput RunPacked(Tensor input, RecurrentState? state, Tensor lengths)
    {
        var packed = nn.utils.rnn.pack_padded_sequence(input, lengths, batch_first: true, enforce_sorted: false);
        var steps = input.size(1);
        if (lstm is not null)
        {
            var (output, hidden, memory) = lstm.call(packed, Pair(state));
            return new RecurrentOutput(Padded(output, steps), Joined(hidden, memory));
        }

        var (result, last) = gru is not null ? gru.call(packed, state?.Hidden) : rnn!.call(packed, state?.Hidden);
        return new RecurrentOutput(Padded(result, steps), Joined(last, null));
    }

    private static Tensor Padded(nn.utils.rnn.PackedSequence packed, long steps) =>
        nn.utils.rnn.pad_packed_sequence(packed, batch_first: true, total_length: steps).Item1;

    private static (Tensor, Tensor)? Pair(RecurrentState? state) =>
        state is null ? null : (state.Hidden, state.Memory!);

    // (L·D, B, H) to (L, B, D·H): both directions of a layer side by side.
    private RecurrentState Joined(Tensor hidden, Tensor? memory) => new(Join(hidden), memory is null ? null : Join(memory));

    private Tensor Join(Tensor state)
    {
        if (Directions == 1) return state;
        var batch = state.size(1);
        return state.view(Layers, 2, batch, HiddenSize).permute(0, 2, 1, 3).reshape(Layers, batch, 2 * HiddenSize);
    }
}
