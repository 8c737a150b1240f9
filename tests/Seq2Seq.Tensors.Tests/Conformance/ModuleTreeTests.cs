namespace Seq2Seq.Tensors.Conformance;

/// <summary>Which names modules give their parameters and in which order, as TorchSharp does.</summary>
public sealed class ModuleTreeTests
{
    [Fact]
    public void Parameters_come_own_first_then_child_by_child_in_field_order()
    {
        using var model = new Zoo();

        Assert.Equal(
            [
                "p0", "_fc.weight", "_fc.bias", "inner.lin2.weight", "inner.lin2.bias", "emb.weight", "list.0.weight",
                "list.0.bias", "list.2.weight", "list.2.bias", "dict.b.weight", "dict.b.bias", "dict.a.weight", "dict.a.bias",
                "seq.0.weight", "seq.0.bias", "seq.2.weight", "seq.2.bias", "seqNamed.first.weight", "seqNamed.first.bias",
                "plist.0", "plist.1",
            ],
            model.named_parameters().Select(entry => entry.name));
    }

    [Fact]
    public void The_state_has_all_parameters_then_all_buffers_then_further_names_of_shared_ones()
    {
        using var model = new Sharing();

        Assert.Equal(
            [
                "first.weight", "first.bias", "norm.weight", "norm.bias", "norm.running_mean", "norm.running_var",
                "norm.num_batches_tracked", "again.weight", "again.bias",
            ],
            model.state_dict().Keys);
        Assert.Equal(4, model.parameters().Count());
    }

    [Fact]
    public void Training_mode_reaches_everything_below()
    {
        using var model = new Zoo();

        model.eval();
        Assert.All(model.modules(), module => Assert.False(module.training));

        model.train();
        Assert.All(model.modules(), module => Assert.True(module.training));
    }

    [Fact]
    public void Apply_meets_children_before_their_parent()
    {
        using var model = new Sharing();
        var met = new List<string>();

        model.apply(module => met.Add(module.GetName()));

        Assert.Equal(nameof(Sharing), met[^1]);
        Assert.Contains("Linear", met[..^1]);
    }

    [Fact]
    public void Parameters_are_found_by_their_dotted_name()
    {
        using var model = new Zoo();

        Assert.Equal([5, 4], model.get_parameter("inner.lin2.weight")!.shape);
        Assert.Null(model.get_parameter("inner.nothing"));
        Assert.True(model.has_parameter("p0"));
    }

    [Fact]
    public void Hooks_run_around_call_and_can_be_removed()
    {
        using var linear = nn.Linear(1, 1);
        var seen = new List<string>();
        var before = linear.register_forward_pre_hook((_, x) =>
        {
            seen.Add("before");
            return x;
        });
        linear.register_forward_hook((_, _, y) =>
        {
            seen.Add("after");
            return y * 0;
        });

        var first = linear.call(torch.ones(1, 1));
        before.remove();
        linear.call(torch.ones(1, 1));
        linear.forward(torch.ones(1, 1));

        Assert.Equal(["before", "after", "after"], seen);
        Assert.Equal(0f, first.item<float>());
    }

    [Fact]
    public void A_name_can_be_registered_once()
    {
        using var model = new Zoo();

        Assert.Equal(
            "Sub-module inner is already registered.",
            Assert.Throws<InvalidOperationException>(() => model.register_module("inner", nn.Linear(1, 1))).Message);
        Assert.Equal(
            "Parameter p0 is already registered.",
            Assert.Throws<InvalidOperationException>(() => model.register_parameter("p0", nn.Parameter(torch.ones(1)))).Message);
        Assert.Throws<ArgumentException>(() => model.register_module("a.b", nn.Linear(1, 1)));
    }

    [Fact]
    public void A_hidden_buffer_is_not_in_the_state()
    {
        using var model = nn.Sequential();

        model.register_buffer("kept", torch.ones(1));
        model.register_buffer("hidden", torch.ones(1), persistent: false);

        Assert.Equal(["kept"], model.state_dict().Keys);
        Assert.True(model.get_buffer("hidden") is not null);
    }

    [Fact]
    public void Converting_keeps_integers_and_gradients()
    {
        using var norm = nn.BatchNorm1d(2);
        norm.call(torch.tensor([1f, 2f, 3f, 5f]).reshape(2, 2)).sum().backward();

        norm.to(ScalarType.Float64);

        Assert.All(norm.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.Equal(ScalarType.Int64, norm.get_buffer("num_batches_tracked")!.dtype);
        Assert.Equal([2, 2], Check.Values(norm.get_parameter("bias")!.grad!));
    }

    private sealed class Zoo : nn.Module<Tensor, Tensor>
    {
        private readonly Linear _fc = nn.Linear(2, 3);
        private readonly Inner inner = new();
        private readonly Parameter p0 = nn.Parameter(torch.ones(2));
        private readonly Embedding emb = nn.Embedding(4, 2);
        private readonly ModuleList<nn.Module<Tensor, Tensor>> list =
            nn.ModuleList<nn.Module<Tensor, Tensor>>(nn.Linear(1, 1), nn.ReLU(), nn.Linear(1, 1));

        private readonly ModuleDict<Linear> dict = nn.ModuleDict(("b", nn.Linear(1, 1)), ("a", nn.Linear(1, 1)));
        private readonly Sequential seq = nn.Sequential(nn.Linear(2, 2), nn.Tanh(), nn.Linear(2, 1));
        private readonly Sequential seqNamed = nn.Sequential(("first", nn.Linear(1, 1)));
        private readonly ParameterList plist = nn.ParameterList(nn.Parameter(torch.ones(1)), nn.Parameter(torch.ones(1)));

        public Zoo()
            : base(nameof(Zoo)) => RegisterComponents();

        public override Tensor forward(Tensor input) => seqNamed.call(seq.call(_fc.call(input) * p0.sum()));

        private sealed class Inner : nn.Module<Tensor, Tensor>
        {
            private readonly Linear lin2 = nn.Linear(4, 5);

            public Inner()
                : base(nameof(Inner)) => RegisterComponents();

            public override Tensor forward(Tensor input) => lin2.call(input);
        }
    }

    private sealed class Sharing : nn.Module<Tensor, Tensor>
    {
        private readonly Linear first = nn.Linear(2, 2);
        private readonly BatchNorm1d norm = nn.BatchNorm1d(2);
        private readonly Linear again;

        public Sharing()
            : base(nameof(Sharing))
        {
            again = first;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => again.call(norm.call(first.call(input)));
    }
}
