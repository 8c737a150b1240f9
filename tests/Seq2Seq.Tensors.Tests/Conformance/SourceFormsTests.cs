namespace Seq2Seq.Tensors.Conformance;

/// <summary>Forms of calls that TorchSharp's source has: that they compile is half of the test.</summary>
public sealed class SourceFormsTests
{
    [Fact]
    public void Arrays_turn_into_tensors()
    {
        Tensor floats = new[] { 1f, 2f };
        Tensor longs = new[] { 3L };

        Assert.Equal((ScalarType.Float32, ScalarType.Int64), (floats.dtype, longs.dtype));
        Assert.Equal([1, 2], Check.Values(floats));
    }

    [Fact]
    public void An_array_of_places_is_an_index()
    {
        var t = torch.arange(6).reshape(2, 3);

        Assert.Equal(5, t[new long[] { 1, 2 }].item<long>());
        Assert.Equal([4, 5], t[1, TensorIndex.Slice(1..3)].data<long>().ToArray());
        Assert.Equal([1, 2], t[0, TensorIndex.Slice((1, null))].data<long>().ToArray());
        Assert.Equal([2, 5], t[TensorIndex.Colon, TensorIndex.Tensor(torch.tensor(2L))].data<long>().ToArray());
    }

    [Fact]
    public void Three_sizes_split_the_first_dimension()
    {
        var t = torch.ones(6);

        t.split(1, 2, 3)[2].zero_();

        Assert.Equal([1, 1, 1, 0, 0, 0], Check.Values(t));
    }

    [Fact]
    public void New_tensors_take_their_type_from_another()
    {
        var t = torch.ones(2, 2, dtype: float64);

        Assert.Equal(float64, t.new_zeros(2, 3).dtype);
        Assert.Equal([4], t.new_ones(4).shape);
        Assert.Equal(7, t.new_full(new long[] { 1 }, 7, int64).item<long>());
        Assert.Equal(float64, torch.ones(1).to(t).dtype);
    }

    [Fact]
    public void Pairs_have_names()
    {
        var t = torch.tensor(new[] { 1f, 5f, 3f });

        Assert.Equal((5f, 1L), (t.max(0).values.item<float>(), t.max(0).indexes.item<long>()));
        Assert.Equal(1, t.topk(1).indexes.item<long>());
        Assert.Equal([0, 2, 1], t.sort().Indices.data<long>().ToArray());
        Assert.Empty(nn.Linear(1, 1).load_state_dict(nn.Linear(1, 1).state_dict()).unexpected_keyes);
    }

    [Fact]
    public void A_ModuleDict_gives_pairs_and_a_ModuleList_grows()
    {
        var dict = nn.ModuleDict(("a", nn.Linear(1, 2)), ("b", nn.Linear(2, 3)));
        var list = nn.ModuleList(nn.Linear(1, 1));

        list.append(nn.Linear(2, 2));
        list.extend(new[] { nn.Linear(3, 3) });
        dict.Add(("c", nn.Linear(3, 4)));
        var names = new List<string>();
        foreach (var (name, module) in dict)
            names.Add($"{name} {module.GetName()}");

        Assert.Equal(["a Linear", "b Linear", "c Linear"], names);
        Assert.Equal("b", dict[1].Item1);
        Assert.Equal(3, list.Count);
    }

    [Fact]
    public void A_group_takes_from_the_optimizer_what_it_leaves_open()
    {
        var options = new Adam.Options { weight_decay = 0.5 };
        var group = new Adam.ParamGroup(new[] { nn.Parameter(torch.ones(1)) }, options);

        using var optimizer = torch.optim.Adam(new[] { group }, lr: 0.3, beta1: 0.7);

        Assert.Equal((0.3, 0.7, 0.5), (group.LearningRate, options.beta1, options.weight_decay));
        Assert.Equal((0.7, 0.999), group.Betas);
    }

    [Fact]
    public void Texts_take_a_style_and_a_precision()
    {
        var t = torch.tensor(new[] { 1f, 2.5f });

        Assert.Equal("[1, 2.5]", t.str(style: numpy));
        Assert.Equal("[1.00, 2.50]", t.npstr("F2"));
        Assert.Equal("[2], type = Float32, device = cpu", t.metastr());
    }

    [Fact]
    public void A_tensor_goes_through_a_file()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pt");
        try
        {
            torch.save(torch.arange(6, float32).reshape(2, 3), path);

            Assert.Equal([0, 1, 2, 3, 4, 5], Check.Values(torch.load(path)));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
