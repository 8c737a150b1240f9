namespace Seq2Seq.Models;

/// <summary>Which equations a recurrent layer follows.</summary>
public enum CellKind
{
    /// <summary>h' = tanh(W x + U h + b) (Elman 1990).</summary>
    Rnn,

    /// <summary>Update and reset gate (Cho et al. 2014).</summary>
    Gru,

    /// <summary>Input, forget and output gate around a memory (Hochreiter and Schmidhuber 1997, Gers et al. 2000).</summary>
    Lstm,
}

/// <summary>The squashing function of a plain recurrent cell.</summary>
public enum CellActivation
{
    /// <summary>tanh x.</summary>
    Tanh,

    /// <summary>max(0, x).</summary>
    Relu,

    /// <summary>x, or x / 100 below zero.</summary>
    LeakyRelu,

    /// <summary>x, or eˣ − 1 below zero.</summary>
    Elu,
}
