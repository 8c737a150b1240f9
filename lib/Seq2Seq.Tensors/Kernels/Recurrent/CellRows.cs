namespace Seq2Seq.Tensors;

/// <summary>One row of a forward step.</summary>
internal unsafe struct CellForward
{
    /// <summary>H.</summary>
    public int Size;

    /// <summary>In: the input's part of the gates, (gates, H). Out: the gates after their activation.</summary>
    public void* Gates;

    /// <summary>The state's part of the gates, (gates, H).</summary>
    public void* StatePart;

    /// <summary>The hidden state, replaced by the new one.</summary>
    public void* Hidden;

    /// <summary>The cell state, replaced by the new one.</summary>
    public void* Cell;

    /// <summary>Where the new hidden state is also put.</summary>
    public void* Output;

    /// <summary>Where the backward pass finds the new cell state (LSTM) or the state's part of the candidate (GRU); may be null.</summary>
    public void* Saved;

    /// <summary>How many rows further the row lies whose turn is next.</summary>
    public nint NextRow;
}

/// <summary>One row of a backward step.</summary>
internal unsafe struct CellBackward
{
    /// <summary>H.</summary>
    public int Size;

    /// <summary>The gates after their activation, (gates, H).</summary>
    public void* Gates;

    /// <summary>What the forward pass saved.</summary>
    public void* Saved;

    /// <summary>The hidden state after the step.</summary>
    public void* Output;

    /// <summary>The hidden state before the step.</summary>
    public void* HiddenBefore;

    /// <summary>The cell state before the step.</summary>
    public void* CellBefore;

    /// <summary>The gradient of the output, or null for zero.</summary>
    public void* DOutput;

    /// <summary>In: the gradient that came from later steps. Out: the part that does not go through the weights.</summary>
    public void* DHidden;

    /// <summary>The gradient of the cell state, replaced by that of the cell state before.</summary>
    public void* DCell;

    /// <summary>Out: the gradient of the input's part of the gates.</summary>
    public void* DGates;

    /// <summary>Out: the gradient of the state's part of the last gate, where that is another one (GRU).</summary>
    public void* DStatePart;

    /// <summary>How many rows further the row lies whose turn is next.</summary>
    public nint NextRow;

    /// <summary>The same in elements of the output's gradient.</summary>
    public nint NextDOutput;
}
