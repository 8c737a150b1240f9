using System.Text.Json;

namespace Seq2Seq.Tensors.Conformance;

/// <summary>Files that TorchSharp saved are read, files written here are theirs byte for byte.</summary>
public sealed class FileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("conformance").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_linear_layer_saved_by_TorchSharp_answers_as_it_did()
    {
        var fixture = Fixture.Read("linear");
        using var module = nn.Linear(3, 2);

        module.load(Fixture.Location("linear.dat"));

        CheckState(fixture, module);
        var output = module.call(Input(fixture, "x"));
        CheckTensor(fixture.GetProperty("outputs").GetProperty("y"), output);
    }

    [Fact]
    public void A_two_layer_bidirectional_LSTM_saved_by_TorchSharp_answers_as_it_did()
    {
        var fixture = Fixture.Read("lstm_2layer_bi");
        var sizes = fixture.GetProperty("outputs").GetProperty("zero_state");
        using var module = nn.LSTM(3, 4, 2, batchFirst: true, bidirectional: true);

        module.load(Fixture.Location("lstm_2layer_bi.dat"));

        CheckState(fixture, module);
        var x = Input(fixture, "x");
        var (output, h, c) = module.call(x);
        CheckTensors(sizes, output, h, c);
        (output, h, c) = module.call(x, (Input(fixture, "h0"), Input(fixture, "c0")));
        CheckTensors(fixture.GetProperty("outputs").GetProperty("given_state"), output, h, c);
    }

    [Fact]
    public void A_small_seq2seq_model_saved_by_TorchSharp_gives_its_loss_and_gradients()
    {
        var fixture = Fixture.Read("seq2seq_small");
        using var model = new SmallSeq2Seq();

        model.load(Fixture.Location("seq2seq_small.dat"));

        CheckState(fixture, model);
        Assert.Equal(
            fixture.GetProperty("parameter_order").EnumerateArray().Select(name => name.GetString()),
            model.named_parameters().Select(entry => entry.name));
        var logits = model.call(Input(fixture, "x"), Input(fixture, "y"));
        CheckTensor(fixture.GetProperty("outputs").GetProperty("logits"), logits);
        var loss = nn.functional.cross_entropy(
            logits.reshape(-1, logits.size(-1)), Input(fixture, "target").reshape(-1), ignore_index: 0);
        Assert.Equal(fixture.GetProperty("outputs").GetProperty("loss_ignore_index_0").GetDouble(), loss.ToDouble(), 1e-5);
        loss.backward();
        foreach (var entry in fixture.GetProperty("outputs").GetProperty("gradients").EnumerateObject())
            CheckTensor(entry.Value, model.get_parameter(entry.Name)!.grad!);
    }

    [Theory]
    [InlineData("linear")]
    [InlineData("lstm_2layer_bi")]
    [InlineData("seq2seq_small")]
    public void Saving_again_gives_the_same_bytes(string name)
    {
        using nn.Module module = name switch
        {
            "linear" => nn.Linear(3, 2).load(Fixture.Location(name + ".dat")),
            "lstm_2layer_bi" => nn.LSTM(3, 4, 2, batchFirst: true, bidirectional: true).load(Fixture.Location(name + ".dat")),
            _ => new SmallSeq2Seq().load(Fixture.Location(name + ".dat")),
        };
        var path = Path.Combine(_folder, name);

        module.save(path);

        Assert.Equal(File.ReadAllBytes(Fixture.Location(name + ".dat")), File.ReadAllBytes(path));
    }

    [Fact]
    public void Loading_keeps_the_parameter_objects()
    {
        using var module = nn.Linear(3, 2);
        var before = module.weight;

        module.load(Fixture.Location("linear.dat"));

        Assert.Same(before, module.weight);
    }

    private static Tensor Input(JsonElement fixture, string name) => Read(fixture.GetProperty("inputs").GetProperty(name));

    private static Tensor Read(JsonElement json)
    {
        var values = Fixture.Numbers(json.GetProperty("values"));
        var shape = Fixture.Shape(json.GetProperty("shape"));
        return json.GetProperty("dtype").GetString() == "Int64"
            ? torch.tensor(values.Select(value => (long)value).ToArray()).reshape(shape)
            : torch.tensor(values, dtype: float32).reshape(shape);
    }

    private static void CheckState(JsonElement fixture, nn.Module module)
    {
        var expected = fixture.GetProperty("state_dict").EnumerateObject().ToList();
        var actual = module.state_dict();
        Assert.Equal(expected.Select(entry => entry.Name), actual.Keys);
        foreach (var entry in expected)
        {
            Assert.Equal(entry.Value.GetProperty("dtype").GetString(), actual[entry.Name].dtype.ToString());
            CheckTensor(entry.Value, actual[entry.Name]);
        }
    }

    private static void CheckTensors(JsonElement expected, params Tensor[] actual)
    {
        var all = expected.EnumerateObject().ToList();
        Assert.Equal(all.Count, actual.Length);
        for (var i = 0; i < actual.Length; i++)
            CheckTensor(all[i].Value, actual[i]);
    }

    private static void CheckTensor(JsonElement expected, Tensor actual)
    {
        Assert.Equal(Fixture.Shape(expected.GetProperty("shape")), actual.shape);
        Check.Same(Fixture.Numbers(expected.GetProperty("values")), Check.Values(actual), 1e-5, "value");
    }
}
