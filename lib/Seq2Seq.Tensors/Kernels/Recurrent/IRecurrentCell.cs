namespace Seq2Seq.Tensors;

/// <summary>What makes a recurrent layer an LSTM, a GRU or a plain RNN: its formulas for one row.</summary>
internal interface IRecurrentCell
{
    /// <summary>Blocks of H columns in the weights.</summary>
    static abstract int Gates { get; }

    /// <summary>True when there is a cell state beside the hidden state.</summary>
    static abstract bool HasCell { get; }

    /// <summary>True when the gradient of the state's part of the last gate is not that of the input's part (GRU).</summary>
    static abstract bool HasStateGradient { get; }

    /// <summary>From the input's and the state's part of the gates to the new state, for columns from ... to - 1.</summary>
    static abstract void Forward<V>(in CellForward row, nint from, nint to)
        where V : unmanaged, IVector<V>;

    /// <summary>From the gradient of the new state to that of the gates and of the state before.</summary>
    static abstract void Backward<V>(in CellBackward row, nint from, nint to)
        where V : unmanaged, IVector<V>;
}
