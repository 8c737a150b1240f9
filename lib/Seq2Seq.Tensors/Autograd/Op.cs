namespace Seq2Seq.Tensors;

/// <summary>
/// One recorded operation. What it needs for the backward pass is what its constructor saves;
/// <see cref="Backward(torch.Tensor)"/> adds to the gradients of its inputs, never overwrites them.
/// </summary>
internal abstract class Op
{
    private static long s_sequence;
    private readonly Input[] _inputs;
    private SavedTensor[] _saved;
    private GradientSlot? _output;
    private GradientSlot?[] _moreOutputs = [];

    /// <param name="inputs">The tensors it was computed from, in order; those that need no gradient may be left out.</param>
    /// <param name="saves">The tensors that its backward pass reads, in order.</param>
    protected Op(ReadOnlySpan<torch.Tensor> inputs, ReadOnlySpan<torch.Tensor> saves = default)
    {
        _inputs = new Input[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
            _inputs[i] = new Input(inputs[i].CurrentSlot, inputs[i].Sizes, inputs[i].dtype);
        _saved = SavedTensor.Rent(saves.Length);
        for (var i = 0; i < saves.Length; i++)
            _saved[i] = new SavedTensor(saves[i]);
        Saves = saves.Length > 0;

        // Last, because asking an input for its slot may record that it is read back from a changed base.
        Sequence = Interlocked.Increment(ref s_sequence);
    }

    /// <summary>Ops are numbered as they are recorded, so falling numbers are a valid order for the backward pass.</summary>
    public long Sequence { get; }

    /// <summary>Its name without "Op".</summary>
    public string Name => GetType().Name[..^2];

    /// <summary>The backward pass that met it last.</summary>
    public long Pass { get; set; }

    public bool Released { get; private set; }

    public bool Saves { get; }

    /// <summary>True in a backward pass that no other can follow: what only this op holds may be overwritten.</summary>
    public bool IsLast { get; set; }

    /// <summary>May the gradient of its output be a view of larger memory, so that it need not be copied first?</summary>
    public virtual bool ReadsStrided => false;

    public int OutputCount => 1 + _moreOutputs.Length;

    /// <summary>How many values it was computed from.</summary>
    public int InputCount => _inputs.Length + ExtraInputCount;

    /// <summary>Inputs that are known as places in the graph only, without a tensor at hand.</summary>
    public virtual int ExtraInputCount => 0;

    /// <summary>Adds what the output's gradient means for the inputs to their gradients.</summary>
    public virtual void Backward(torch.Tensor dy) => throw new InvalidOperationException(Name + " has several outputs.");

    /// <summary>The same for several outputs; those without a gradient are null.</summary>
    public virtual void Backward(torch.Tensor?[] dys)
    {
        if (dys[0] is { } dy)
            Backward(dy);
    }

    /// <summary>Gives the outputs their places in the graph.</summary>
    public void Attach(params ReadOnlySpan<torch.Tensor> outputs)
    {
        _moreOutputs = outputs.Length > 1 ? new GradientSlot?[outputs.Length - 1] : [];
        for (var i = 0; i < outputs.Length; i++)
        {
            if (!outputs[i].dtype.IsFloat())
                continue;
            var slot = new GradientSlot { Producer = this };
            if (i == 0)
                _output = slot;
            else
                _moreOutputs[i - 1] = slot;
            outputs[i].SetSlot(slot);
        }
    }

    /// <summary>Gives an output that is known as a place in the graph only its slot.</summary>
    public GradientSlot AttachOne()
    {
        _output = new GradientSlot { Producer = this };
        return _output;
    }

    /// <summary>The place of output i in the graph; null if nobody can ask a gradient of it.</summary>
    public GradientSlot? Output(int i) => i == 0 ? _output : _moreOutputs[i - 1];

    /// <summary>Gives back what was gathered for the outputs.</summary>
    public virtual void DropGradients()
    {
        _output?.Drop();
        foreach (var output in _moreOutputs)
            output?.Drop();
    }

    public GradientSlot? InputSlot(int i) => i < _inputs.Length ? _inputs[i].Slot : ExtraInput(i - _inputs.Length);

    public virtual GradientSlot? ExtraInput(int i) => null;

    /// <summary>The shape of input i as text, empty if it is not known.</summary>
    public string InputShape(int i) => i < _inputs.Length ? Shapes.Text(_inputs[i].Sizes) : "";

    public long[] InputSizes(int i) => _inputs[i].Sizes;

    public torch.ScalarType InputType(int i) => _inputs[i].Type;

    public void Release()
    {
        Released = true;
        SavedTensor.Return(_saved);
        _saved = [];
    }

    /// <summary>Does input i want a gradient at all?</summary>
    protected bool Wants(int i) => _inputs[i].Slot is { RequiresGrad: true };

    /// <summary>Saved tensor i, checked not to have been changed since.</summary>
    protected torch.Tensor Saved(int i) => _saved[i].Get(this);

    /// <summary>Adds a gradient to that of input i; shape is reduced and type converted to those of the input.</summary>
    protected void Accumulate(int i, torch.Tensor gradient)
    {
        if (Wants(i))
            Gradients.Add(_inputs[i].Slot!, gradient, _inputs[i].Sizes, _inputs[i].Type);
    }

    /// <summary>The contiguous gradient buffer of input i, for kernels to add to. Ask only if input i wants one.</summary>
    protected torch.Tensor Buffer(int i) => Gradients.Buffer(_inputs[i].Slot!, _inputs[i].Sizes, _inputs[i].Type);

    /// <summary>The same; a fresh buffer holds anything yet, and must be written instead of added to.</summary>
    protected torch.Tensor Buffer(int i, out bool fresh) => Gradients.Buffer(_inputs[i].Slot!, _inputs[i].Sizes, _inputs[i].Type, out fresh);

    /// <summary>
    /// Where products of this many rows gather before they are added to the gradient of input i, a matrix;
    /// null if the product is to be added at once. Rows that can be held where they lie need no copy.
    /// </summary>
    protected LateProduct? Late(int i, long rows, bool held = false) =>
        LateProduct.Pays(rows, _inputs[i].Sizes, held) && Wants(i) && _inputs[i].Type == torch.ScalarType.Float32
            ? _inputs[i].Slot!.NeedLate()
            : null;

    /// <summary>Where the gradients of looked-up rows of input i gather, a table; null if they are to be added to <see cref="Buffer(int)"/>.</summary>
    protected RowGradient? Rows(int i, long lookups) => _inputs[i].Slot!.NeedRows(_inputs[i].Sizes, _inputs[i].Type, lookups);

    private readonly record struct Input(GradientSlot? Slot, long[] Sizes, torch.ScalarType Type);
}
