using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Tests.Optim;

/// <summary>
/// Clipping only notes its factor where nobody holds the gradient, and the step multiplies by it. Whoever holds a gradient makes it
/// happen at once: both ways must end with the same bits.
/// </summary>
public sealed class ClippedStepTests
{
    private const int Tokens = 120;

    public static TheoryData<string> Kinds =>
        ["adam", "adam decay", "adam maximize", "amsgrad", "adamw", "sgd", "sgd momentum", "nesterov", "sgd decay", "sgd maximize", "adagrad", "rmsprop"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Clip_and_step_give_the_bits_of_one_after_the_other(string kind)
    {
        foreach (var type in new[] { ScalarType.Float32, ScalarType.Float64 })
        {
            foreach (var columns in new[] { 64, 7 })
            {
                var (unseen, seen) = (Train(kind, columns, type, looks: false), Train(kind, columns, type, looks: true));

                Assert.Equal(seen.Norms, unseen.Norms);
                Assert.Equal(seen.Bits, unseen.Bits);
            }
        }
    }

    [Fact]
    public void A_gradient_held_before_clipping_shows_the_clipped_numbers()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(3));
        (weight * tensor([3f, 0f, 4f])).sum().backward();
        var held = weight.grad!;

        var norm = nn.utils.clip_grad_norm_([weight], 1);

        Assert.Equal(5, norm);
        Assert.Equal([0.6f, 0f, 0.8f], held.data<float>().ToArray().Select(x => MathF.Round(x, 5)));
    }

    [Fact]
    public void A_gradient_read_after_clipping_and_after_the_step_is_clipped_once()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(3));
        using var optimizer = optim.Adam([weight]);
        (weight * tensor([3f, 0f, 4f])).sum().backward();

        nn.utils.clip_grad_norm_([weight], 1);
        optimizer.step();
        var afterStep = weight.grad!.data<float>().ToArray();
        optimizer.step();

        Assert.Equal([0.6f, 0f, 0.8f], afterStep.Select(x => MathF.Round(x, 5)));
        Assert.Equal(afterStep, weight.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Clipping_twice_scales_twice_and_later_passes_are_added_to_what_was_clipped()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(2));
        (weight * tensor([30f, 40f])).sum().backward();

        nn.utils.clip_grad_norm_([weight], 10);
        Assert.Equal(10, nn.utils.clip_grad_norm_([weight], 1), 4);
        (weight * tensor([1f, 1f])).sum().backward();

        Assert.Equal([1.6f, 1.8f], weight.grad!.data<float>().ToArray().Select(x => MathF.Round(x, 4)));
    }

    [Fact]
    public void A_norm_that_is_no_number_reaches_every_gradient_and_weight()
    {
        using var scope = NewDisposeScope();
        var (table, other) = (new Parameter(ones(10, 4)), new Parameter(ones(2)));
        using var optimizer = optim.Adam([table, other]);
        (nn.functional.embedding(tensor(new long[] { 3 }), table).sum() * float.NaN + other.sum()).backward();

        Assert.True(double.IsNaN(nn.utils.clip_grad_norm_([table, other], 1)));
        optimizer.step();

        Assert.All(table.data<float>().ToArray().Concat(other.data<float>().ToArray()), x => Assert.True(float.IsNaN(x)));
        Assert.All(table.grad!.data<float>().ToArray().Concat(other.grad!.data<float>().ToArray()), x => Assert.True(float.IsNaN(x)));
    }

    [Fact]
    public void Zero_grad_after_clipping_starts_anew()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(2));
        using var optimizer = optim.Adam([weight]);
        (weight * tensor([30f, 40f])).sum().backward();
        nn.utils.clip_grad_norm_([weight], 1);
        optimizer.zero_grad();

        (weight * tensor([3f, 4f])).sum().backward();

        Assert.Equal([3f, 4f], weight.grad!.data<float>().ToArray());
    }

    private static (double[] Norms, byte[] Bits) Train(string kind, int columns, ScalarType type, bool looks)
    {
        using var scope = NewDisposeScope();
        var random = new Generator(5);
        var table = new Parameter(randn([Tokens, columns], type, generator: random));
        var output = new Parameter(randn([3, columns], type, generator: random));
        Parameter[] parameters = [table, output];
        using var optimizer = Make(kind, parameters);
        var norms = new List<double>();
        for (var step = 0; step < 12; step++)
        {
            using var inner = NewDisposeScope();
            if (step % 3 == 2)
                optimizer.zero_grad();
            else
                table.grad = output.grad = null;
            var x = nn.functional.embedding(randint(Tokens, [15], generator: random), table, padding_idx: 7);
            nn.functional.linear(x, output).square().sum().backward();
            var held = looks ? parameters.Select(parameter => parameter.grad).ToArray() : [];
            norms.Add(nn.utils.clip_grad_norm_(parameters, step % 4 == 3 ? 1e9 : 0.5));
            optimizer.step();
            GC.KeepAlive(held);
        }

        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            ((OptimizerHelper)optimizer).save_state_dict(writer);
            foreach (var tensor in parameters.SelectMany(parameter => new[] { parameter, parameter.grad! }))
                Seq2Seq.Tensors.Serialization.ModuleFile.WriteTensor(writer, tensor);
        }

        return ([.. norms], memory.ToArray());
    }

    private static optim.Optimizer Make(string kind, Parameter[] parameters) => kind switch
    {
        "adam" => optim.Adam(parameters, 0.01),
        "adam decay" => optim.Adam(parameters, 0.01, weight_decay: 0.1),
        "adam maximize" => optim.Adam(parameters, 0.01, maximize: true),
        "amsgrad" => optim.Adam(parameters, 0.01, amsgrad: true),
        "adamw" => optim.AdamW(parameters, 0.01, weight_decay: 0.1),
        "sgd" => optim.SGD(parameters, 0.01),
        "sgd momentum" => optim.SGD(parameters, 0.01, momentum: 0.9),
        "nesterov" => optim.SGD(parameters, 0.01, momentum: 0.9, nesterov: true),
        "sgd decay" => optim.SGD(parameters, 0.01, weight_decay: 0.1),
        "sgd maximize" => optim.SGD(parameters, 0.01, maximize: true),
        "adagrad" => optim.Adagrad(parameters, 0.01),
        "rmsprop" => optim.RMSProp(parameters, 0.01),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
