namespace Seq2Seq.Models;

/// <summary>One step of a recurrent layer, from the operations a reader knows.</summary>
/// <remarks>
/// Parameters are named and laid out as in PyTorch's cells (<c>weight_ih</c> (G·H, I), <c>weight_hh</c> (G·H, H), two biases), so that
/// weights can be copied to and from the engine's own modules.
/// </remarks>
public abstract class Cell : nn.Module
{
    /// <summary>Weights of the input, (G·H, I).</summary>
    private protected readonly Parameter weight_ih;

    /// <summary>Weights of the previous state, (G·H, H).</summary>
    private protected readonly Parameter weight_hh;

    /// <summary>First bias, (G·H).</summary>
    private protected readonly Parameter bias_ih;

    /// <summary>Second bias, (G·H); it matters only inside the GRU's reset gate.</summary>
    private protected readonly Parameter bias_hh;

    /// <summary>A cell with <paramref name="gates"/> blocks of rows in its matrices.</summary>
    protected Cell(string name, long inputSize, long hiddenSize, int gates) : base(name)
    {
        InputSize = inputSize;
        HiddenSize = hiddenSize;
        var bound = 1 / Math.Sqrt(hiddenSize);
        weight_ih = Uniform(bound, gates * hiddenSize, inputSize);
        weight_hh = Uniform(bound, gates * hiddenSize, hiddenSize);
        bias_ih = Uniform(bound, gates * hiddenSize);
        bias_hh = Uniform(bound, gates * hiddenSize);
    }

    /// <summary>Features per step: I.</summary>
    public long InputSize { get; }

    /// <summary>Features of the state: H.</summary>
    public long HiddenSize { get; }

    /// <summary>True if the state has a memory beside the hidden part.</summary>
    public virtual bool HasMemory => false;

    /// <summary>The state before the first step.</summary>
    public CellState Zero(long batch, Tensor like) =>
        new(zeros(batch, HiddenSize, dtype: like.dtype), HasMemory ? zeros(batch, HiddenSize, dtype: like.dtype) : null);

    /// <summary>One step: x (B, I) and the state before it give the state after it.</summary>
    public abstract CellState Step(Tensor x, CellState state);

    /// <summary>The cell of that kind.</summary>
    public static Cell Create(
        CellKind kind, long inputSize, long hiddenSize, bool layerNorm = false, double forgetBias = 0,
        CellActivation activation = CellActivation.Tanh) => kind switch
        {
            CellKind.Gru => new GruCell(inputSize, hiddenSize, layerNorm),
            CellKind.Lstm => new LstmCell(inputSize, hiddenSize, forgetBias, layerNorm),
            _ => new RnnCell(inputSize, hiddenSize, activation, layerNorm),
        };

    /// <summary>A parameter drawn from U(−bound, bound) that outlives any dispose scope it is made in.</summary>
    private protected static Parameter Uniform(double bound, params long[] shape)
    {
        var parameter = nn.Parameter(nn.init.uniform_(empty(shape), -bound, bound));
        parameter.DetachFromDisposeScope();
        return parameter;
    }
}

/// <summary>The state of one cell: <c>Hidden</c> (B, H), for an LSTM also <c>Memory</c> (B, H).</summary>
public sealed record CellState(Tensor Hidden, Tensor? Memory = null);
