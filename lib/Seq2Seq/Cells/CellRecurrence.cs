namespace Seq2Seq.Models;

/// <summary>What recurrent layers made of <see cref="Cell"/>s may have that the fused ones have not.</summary>
public sealed record CellOptions
{
    /// <summary>How many layers lie on each other.</summary>
    public int Layers { get; init; } = 1;

    /// <summary>True if every layer also reads from the end.</summary>
    public bool Bidirectional { get; init; }

    /// <summary>True if a layer's input is added to its output, where the sizes agree (He et al. 2016).</summary>
    public bool Residual { get; init; }

    /// <summary>Share of features dropped between layers.</summary>
    public double Dropout { get; init; }

    /// <summary>Share of input and state features dropped with one mask for all steps (Gal and Ghahramani 2016).</summary>
    public double VariationalDropout { get; init; }

    /// <summary>True for layer norm inside the cells (Ba et al. 2016).</summary>
    public bool LayerNorm { get; init; }

    /// <summary>What an LSTM's forget gate is biased by at the start.</summary>
    public double ForgetBias { get; init; }

    /// <summary>The squashing function of a plain cell.</summary>
    public CellActivation Activation { get; init; }
}

/// <summary>Recurrent layers step by step from <see cref="Cell"/>s: slower than the fused ones, with everything open.</summary>
public sealed class CellRecurrence : Recurrence
{
    private readonly CellOptions _options;

    // Cell of layer l, direction d at l · D + d.
    private readonly ModuleList<Cell> cells;

    /// <summary>Layers of one kind.</summary>
    public CellRecurrence(CellKind kind, long inputSize, long hiddenSize, CellOptions? options = null)
        : base(
            nameof(CellRecurrence), kind, inputSize, hiddenSize, (options ?? new CellOptions()).Layers,
            (options ?? new CellOptions()).Bidirectional)
    {
        _options = options ?? new CellOptions();
        cells = nn.ModuleList(Enumerable.Range(0, Layers * Directions)
            .Select(i => Cell.Create(
                kind, i < Directions ? inputSize : OutputSize, hiddenSize, _options.LayerNorm, _options.ForgetBias,
                _options.Activation))
            .ToArray());
        RegisterComponents();
    }

    /// <summary>The cell of a layer, of the direction from the start (0) or from the end (1).</summary>
    public Cell CellAt(int layer, int direction = 0) => cells[layer * Directions + direction];

    /// <inheritdoc/>
    public override RecurrentOutput Run(Tensor input, RecurrentState? state = null, Tensor? lengths = null)
    {
        RefuseStateForTwoDirections(state);
        var (hidden, memory) = (new List<Tensor>(), new List<Tensor>());
        var output = input;
        for (var layer = 0; layer < Layers; layer++)
        {
            var layerInput = layer > 0 && _options.Dropout > 0
                ? nn.functional.dropout(output, _options.Dropout, training)
                : output;
            var start = state is null ? null
                : new CellState(state.Hidden.select(0, layer), state.Memory?.select(0, layer));
            var results = new List<(Tensor Output, CellState Final)>();
            for (var direction = 0; direction < Directions; direction++)
            {
                results.Add(RunOne(CellAt(layer, direction), layerInput, start, lengths, fromEnd: direction == 1));
            }

            output = cat(results.Select(result => result.Output).ToArray(), dim: 2);
            if (_options.Residual && layerInput.size(2) == output.size(2)) output = output + layerInput;
            hidden.Add(cat(results.Select(result => result.Final.Hidden).ToArray(), dim: 1));
            if (HasMemory) memory.Add(cat(results.Select(result => result.Final.Memory!).ToArray(), dim: 1));
        }

        return new RecurrentOutput(output, new RecurrentState(stack(hidden), HasMemory ? stack(memory) : null));
    }

    private (Tensor Output, CellState Final) RunOne(
        Cell cell, Tensor input, CellState? start, Tensor? lengths, bool fromEnd)
    {
        var (batch, steps) = (input.size(0), (int)input.size(1));
        var state = start ?? cell.Zero(batch, input);
        var keepInput = Keep(batch, cell.InputSize, input.dtype);
        var keepState = Keep(batch, cell.HiddenSize, input.dtype);
        var outputs = new Tensor[steps];
        for (var i = 0; i < steps; i++)
        {
            var t = fromEnd ? steps - 1 - i : i;
            var x = input.select(1, t);
            if (keepInput is not null) x = x * keepInput;
            var before = keepState is null ? state : state with { Hidden = state.Hidden * keepState };
            var next = cell.Step(x, before);
            outputs[t] = next.Hidden;
            if (lengths is not null)
            {
                // Behind a sequence's end the state stands still and the output is zero.
                var isReal = lengths.gt(t).unsqueeze(1);
                outputs[t] = where(isReal, next.Hidden, zeros_like(next.Hidden));
                next = new CellState(
                    where(isReal, next.Hidden, state.Hidden),
                    next.Memory is null ? null : where(isReal, next.Memory, state.Memory!));
            }

            state = next;
        }

        return (stack(outputs, dim: 1), state);
    }

    // Gal and Ghahramani 2016: one mask per sequence, scaled so that the expected value stays.
    private Tensor? Keep(long batch, long size, ScalarType dtype) => training && _options.VariationalDropout > 0
        ? nn.functional.dropout(ones(batch, size, dtype: dtype), _options.VariationalDropout, training: true)
        : null;
}
