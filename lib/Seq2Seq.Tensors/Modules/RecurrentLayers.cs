using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>What LSTM, GRU and RNN share: layers one above the other, each in one or two directions.</summary>
/// <remarks>
/// Sequences of different lengths lie packed, longest first: the rows of step 0 of all B sequences, then those of step 1 of all
/// that are long enough, and so on; batchSizes[t] says how many. A padded batch is the case in which all are B.
/// Shapes: rows (N, I), states (layers · directions, B, H), result rows (N, directions · H).
/// </remarks>
internal sealed class RecurrentLayers
{
    private readonly string _name;
    private readonly string[][] _weightNames;

    public RecurrentLayers(
        string name, RecurrentKind kind, long inputs, long hidden, long layers, bool bias, bool batchFirst, double dropout, bool twoWays)
    {
        if (inputs <= 0 || hidden <= 0 || layers <= 0)
        {
            throw new ArgumentException(
                $"{name}: sizes must be positive, got inputSize {inputs}, hiddenSize {hidden}, numLayers {layers}.");
        }

        if (dropout is not (>= 0 and <= 1))
            throw new ArgumentException($"{name}: dropout must be between 0 and 1, got {Show.Of(dropout)}.");
        _name = name;
        Kind = kind;
        (Gates, Inputs, Hidden, Layers, Bias, BatchFirst, Dropout) = (kind.Gates(), inputs, hidden, layers, bias, batchFirst, dropout);
        Directions = twoWays ? 2 : 1;
        _weightNames = [.. Enumerable.Range(0, (int)layers * Directions).Select(Names)];
    }

    public RecurrentKind Kind { get; }

    public int Gates { get; }

    public long Inputs { get; }

    public long Hidden { get; }

    public long Layers { get; }

    public bool Bias { get; }

    public bool BatchFirst { get; }

    public double Dropout { get; }

    public int Directions { get; }

    /// <summary>Names and shapes of all weights, in PyTorch's order.</summary>
    public IEnumerable<(string Name, long[] Shape)> WeightShapes()
    {
        for (var i = 0; i < _weightNames.Length; i++)
        {
            var names = _weightNames[i];
            var below = i < Directions ? Inputs : Hidden * Directions;
            yield return (names[0], [Gates * Hidden, below]);
            yield return (names[1], [Gates * Hidden, Hidden]);
            if (!Bias)
                continue;
            yield return (names[2], [Gates * Hidden]);
            yield return (names[3], [Gates * Hidden]);
        }
    }

    /// <summary>Runs a padded batch: (T, B, I) or, batch first, (B, T, I).</summary>
    public (Tensor Output, Tensor State, Tensor? Cell) Run(
        Func<string, Parameter?> weight, bool training, Tensor input, Tensor? state, Tensor? cell)
    {
        if (input.dim() != 3)
        {
            throw new ArgumentException(
                $"{_name}: input must have 3 dimensions, got {input.dim()}; add a batch dimension with unsqueeze.");
        }

        var (steps, batch) = BatchFirst ? (input.size(1), input.size(0)) : (input.size(0), input.size(1));
        if (steps == 0)
        {
            throw new ArgumentException(
                $"{_name}: Expected sequence length to be larger than 0 in RNN, got shape {Show.Of(input.shape)}.");
        }

        CheckWidth(input);
        var rows = input.Reshape(steps * batch, Inputs);
        var (output, newState, newCell) = steps == 1 && state is not null && Branches(weight, training, rows, state, cell)
            ? Branch(weight, rows, state, cell, null)
            : Run(weight, training, rows, RowBatches.Even(steps, batch, BatchFirst), state, cell);
        var (first, second) = BatchFirst ? (batch, steps) : (steps, batch);
        return (output.Reshape(first, second, Directions * Hidden), newState, newCell);
    }

    /// <summary>Runs a packed batch; the states go in and come out in the caller's order of sequences.</summary>
    public (nn.utils.rnn.PackedSequence Output, Tensor State, Tensor? Cell) Run(
        Func<string, Parameter?> weight,
        bool training,
        nn.utils.rnn.PackedSequence input,
        Tensor? state,
        Tensor? cell)
    {
        CheckWidth(input.data);
        if (input.sorted_indices is { } sorted)
        {
            state = state?.index_select(1, sorted);
            cell = cell?.index_select(1, sorted);
        }

        var (rows, newState, newCell) = Run(weight, training, input.data, input.Batches, state, cell);
        if (input.unsorted_indices is { } unsorted)
        {
            newState = newState.index_select(1, unsorted);
            newCell = newCell?.index_select(1, unsorted);
        }

        return (input.WithData(rows), newState, newCell);
    }

    /// <summary>One step: input (R, I), row r going on from the state (layers, P, H) whose number is from (R); output (R, H).</summary>
    public (Tensor Output, Tensor State, Tensor? Cell) Continue(
        Func<string, Parameter?> weight, bool training, Tensor input, Tensor state, Tensor? cell, Tensor from)
    {
        var isStep = input.dim() == 2 && state.dim() == 3 && from.dim() == 1 && from.dtype == ScalarType.Int64 && from.size(0) == input.size(0)
            && Directions == 1;
        if (!isStep)
        {
            throw new TensorException(
                $"step_from: expected input (R, {Inputs}), states (layers, P, {Hidden}), Int64 rows (R) and layers of one direction, got "
                + $"{Show.Of(input.shape)}, {Show.Of(state.shape)}, {from.dtype} {Show.Of(from.shape)} and {Directions}.");
        }

        CheckWidth(input);
        if (Branches(weight, training, input, state, cell))
        {
            CheckRows(from, state.size(1));
            return Branch(weight, input, state, cell, from);
        }

        var sequences = input.unsqueeze(BatchFirst ? 1 : 0);
        var (output, newState, newCell) = Run(weight, training, sequences, state.index_select(1, from), cell?.index_select(1, from));
        return (output.view(input.size(0), Hidden), newState, newCell);
    }

    /// <summary>The same for inputs that begin with the embeddings of tokens, ids Int64 (R), and go on with <paramref name="rest"/>.</summary>
    public (Tensor Output, Tensor State, Tensor? Cell) Continue(
        Func<string, Parameter?> weight, bool training, TokenInputs tokens, Tensor ids, Tensor? rest, Tensor state, Tensor? cell, Tensor? from)
    {
        var table = tokens.Table;
        var isStep = ids.dim() == 1 && ids.dtype == ScalarType.Int64 && state.dim() == 3 && Directions == 1
            && table.size(1) + (rest?.size(-1) ?? 0) == Inputs && (rest is null || (rest.dim() == 2 && rest.size(0) == ids.size(0)))
            && (from is null ? ids.size(0) == state.size(1) : from.dim() == 1 && from.dtype == ScalarType.Int64 && from.size(0) == ids.size(0));
        if (!isStep)
        {
            throw new TensorException(
                $"step_from: expected Int64 tokens (R), embeddings and the rest (R) of {Inputs} features together, states (layers, P, {Hidden}), "
                + $"Int64 rows (R) and layers of one direction, got {ids.dtype} {Show.Of(ids.shape)}, {Show.Of(table.shape)}, "
                + $"{(rest is null ? "none" : Show.Of(rest.shape))}, {Show.Of(state.shape)}, "
                + $"{(from is null ? "none" : $"{from.dtype} {Show.Of(from.shape)}")} and {Directions}.");
        }

        if (from is not null)
            CheckRows(from, state.size(1));
        var (rows, first) = (rest ?? table, Weights(weight, 0));
        var isKept = table is { dtype: ScalarType.Float32, Contiguous: true } && table.Count > 0 && ids.Count > 0 && !Tensor.Records(table)
            && Branches(weight, training, rows, state, cell) && first.InputBias is not { Contiguous: false };
        CheckState(state, state.size(1), "hidden[0]");
        CheckState(cell, state.size(1), "hidden[1]");
        if (isKept && RecurrentBranch.Run(Kind, tokens, ids, rest, state.select(0, 0), cell?.select(0, 0), from, first) is { } done)
            return Branch(weight, done.State, state, cell, from, done.Cell);
        var embedded = torch.nn.functional.embedding(ids, table);
        var input = rest is null ? embedded : torch.cat([embedded, rest], -1);
        return Continue(weight, training, input, state, cell, from ?? torch.arange(ids.size(0)));
    }

    private static void CheckRows(Tensor from, long count)
    {
        using var dense = from.Dense();
        foreach (var row in dense.Span<long>())
        {
            if (row < 0 || row >= count)
                throw new TensorException($"step_from: row {row} of {count} states; rows go from 0 to {count - 1}.");
        }
    }

    // True if a step has a kernel of its own in every layer.
    private bool Branches(Func<string, Parameter?> weight, bool training, Tensor rows, Tensor state, Tensor? cell)
    {
        if (Directions != 1 || (Layers > 1 && Dropout > 0 && training) || (Kind.HasCell() && cell is null))
            return false;
        for (var layer = 0; layer < Layers; layer++)
        {
            if (!RecurrentBranch.Serves(rows, state, cell, Weights(weight, layer)))
                return false;
        }

        return true;
    }

    private (Tensor Rows, Tensor State, Tensor? Cell) Branch(
        Func<string, Parameter?> weight, Tensor rows, Tensor state, Tensor? cell, Tensor? from)
    {
        CheckState(state, state.size(1), "hidden[0]");
        CheckState(cell, state.size(1), "hidden[1]");
        if (from is null)
            CheckState(state, rows.size(0), "hidden[0]");
        (rows, var first) = RecurrentBranch.Run(Kind, rows, state.select(0, 0), cell?.select(0, 0), from, Weights(weight, 0));
        return Branch(weight, rows, state, cell, from, first);
    }

    // The layers above the first, whose new states are there.
    private (Tensor Rows, Tensor State, Tensor? Cell) Branch(
        Func<string, Parameter?> weight, Tensor rows, Tensor state, Tensor? cell, Tensor? from, Tensor? first)
    {
        var states = new Tensor[Layers];
        var cells = new Tensor?[Layers];
        (states[0], cells[0]) = (rows, first);
        for (var layer = 1; layer < Layers; layer++)
        {
            (rows, cells[layer]) = RecurrentBranch.Run(Kind, rows, state.select(0, layer), cell?.select(0, layer), from, Weights(weight, layer));
            states[layer] = rows;
        }

        return Layers == 1
            ? (rows, rows.unsqueeze(0), cells[0]?.unsqueeze(0))
            : (rows, torch.stack(states, 0), cells[0] is null ? null : torch.stack(cells!, 0));
    }

    private RecurrentWeights Weights(Func<string, Parameter?> weight, int place)
    {
        var names = _weightNames[place];
        return new RecurrentWeights(weight(names[0])!, weight(names[1])!, weight(names[2]), weight(names[3]));
    }

    private (Tensor Rows, Tensor State, Tensor? Cell) Run(
        Func<string, Parameter?> weight,
        bool training,
        Tensor rows,
        RowBatches batches,
        Tensor? state,
        Tensor? cell)
    {
        CheckState(state, batches.Largest, "hidden[0]");
        CheckState(cell, batches.Largest, "hidden[1]");
        TensorRoom stateRoom = default, cellRoom = default;
        var states = Layers <= TensorRoom.Length ? stateRoom[..(int)Layers] : new Tensor?[Layers];
        var cells = Layers <= TensorRoom.Length ? cellRoom[..(int)Layers] : new Tensor?[Layers];
        RecurrentWeights.Directions room = default;
        var weights = room[..Directions];
        for (var layer = 0; layer < Layers; layer++)
        {
            var first = layer * Directions;
            for (var direction = 0; direction < Directions; direction++)
                weights[direction] = Weights(weight, first + direction);

            var layerState = Layers == 1 ? state : state?.narrow(0, first, Directions);
            var layerCell = Layers == 1 ? cell : cell?.narrow(0, first, Directions);
            (rows, states[layer], cells[layer]) = RecurrentLayer.Run(Kind, rows, batches, layerState, layerCell, weights);
            if (Dropout > 0 && training && layer + 1 < Layers)
                rows = nn.functional.dropout(rows, Dropout);
        }

        return Layers == 1
            ? (rows, states[0]!, cells[0])
            : (rows, torch.cat(states!, 0), cells[0] is null ? null : torch.cat(cells!, 0));
    }

    private void CheckWidth(Tensor input)
    {
        if (input.size(-1) != Inputs)
        {
            throw new ArgumentException(
                $"{_name}: input.size(-1) must be equal to input_size. Expected {Inputs}, got {input.size(-1)}.");
        }
    }

    private void CheckState(Tensor? state, long batch, string which)
    {
        ReadOnlySpan<long> expected = [Layers * Directions, batch, Hidden];
        if (state is not null && !state.Sizes.AsSpan().SequenceEqual(expected))
        {
            throw new ArgumentException(
                $"{_name}: Expected {which} size {Show.Of(expected.ToArray())}, got {Show.Of(state.shape)}; "
                + "the state is (layers * directions, batch, hidden).");
        }
    }

    private string[] Names(int i)
    {
        var suffix = $"_l{i / Directions}" + (i % Directions == 1 ? "_reverse" : "");
        return ["weight_ih" + suffix, "weight_hh" + suffix, "bias_ih" + suffix, "bias_hh" + suffix];
    }
}
