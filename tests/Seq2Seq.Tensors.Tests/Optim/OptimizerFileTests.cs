using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Tests.Optim;

/// <summary>An optimizer that was saved and loaded goes on as if nothing had happened.</summary>
public sealed class OptimizerFileTests
{
    public static TheoryData<string> Kinds =>
        ["SGD", "Adam", "AdamW", "RMSProp", "Adagrad", "Adamax", "Adadelta", "NAdam", "RAdam", "Rprop", "ASGD"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Training_goes_on_after_loading(string kind)
    {
        var (whole, split) = (nn.Parameter(torch.ones(3)), nn.Parameter(torch.ones(3)));
        var (through, before) = (Make(kind, whole), Make(kind, split));
        Steps(through, whole, 0, 4);
        Steps(before, split, 0, 2);
        using var memory = new MemoryStream();
        before.save_state_dict(new BinaryWriter(memory));
        memory.Position = 0;
        var after = Make(kind, split);

        after.load_state_dict(new BinaryReader(memory));
        Steps(after, split, 2, 4);

        Assert.Equal(whole.data<float>().ToArray(), split.data<float>().ToArray());
    }

    [Fact]
    public void Adam_is_the_bytes_of_the_format()
    {
        var parameter = nn.Parameter(torch.ones(3));
        using var adam = torch.optim.Adam([parameter], 0.5);
        Steps(adam, parameter, 0, 1);
        using var memory = new MemoryStream();

        adam.save_state_dict(new BinaryWriter(memory));

        // "Adam", one group, one state; initial rate, rate, two betas, eps, decay, two bools; step, two tensors, no third.
        Assert.Equal(5 + 2 + (6 * 8) + 2 + 8 + (2 * (3 + 12)) + 1, memory.Length);
    }

    [Fact]
    public void Another_optimizer_is_refused()
    {
        var parameter = nn.Parameter(torch.ones(2));
        using var memory = new MemoryStream();
        torch.optim.Adam([parameter]).save_state_dict(new BinaryWriter(memory));
        memory.Position = 0;

        var error = Assert.Throws<InvalidDataException>(
            () => torch.optim.SGD([parameter], 0.1).load_state_dict(new BinaryReader(memory)));

        Assert.Equal("Mismatched optimizer type: expected 'SGD', but found 'Adam' in the loaded stream.", error.Message);
    }

    [Fact]
    public void A_cut_file_is_refused()
    {
        var parameter = nn.Parameter(torch.ones(2));
        using var memory = new MemoryStream();
        torch.optim.Adam([parameter]).save_state_dict(new BinaryWriter(memory));
        memory.SetLength(memory.Length - 3);
        memory.Position = 0;

        var error = Assert.Throws<EndOfStreamException>(
            () => torch.optim.Adam([parameter]).load_state_dict(new BinaryReader(memory)));

        Assert.Equal("Adam.load_state_dict: the file ends too early; it was cut off. Save it again.", error.Message);
    }

    [Theory]
    [InlineData("lr", "Invalid learning rate: -0.1; it must not be negative.")]
    [InlineData("beta", "Invalid beta1: 1.5; it must be at least 0 and below 1.")]
    [InlineData("nesterov", "Nesterov momentum requires a momentum and zero dampening")]
    public void Impossible_options_are_told(string which, string message)
    {
        var parameter = nn.Parameter(torch.ones(2));

        var error = Assert.Throws<ArgumentException>(() => which switch
        {
            "lr" => torch.optim.SGD([parameter], -0.1),
            "beta" => torch.optim.Adam([parameter], beta1: 1.5),
            _ => (OptimizerHelper)torch.optim.SGD([parameter], 0.1, nesterov: true),
        });

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void A_replaced_parameter_is_told()
    {
        using var linear = nn.Linear(1, 1);
        using var optimizer = torch.optim.SGD(linear.parameters(), 0.1);

        linear.to(float64);

        Assert.Equal(
            "SGD.step: a parameter was disposed or replaced since the optimizer was made (module.to(dtype) replaces all); "
            + "make the optimizer after that.",
            Assert.Throws<InvalidOperationException>(() => optimizer.step()).Message);
    }

    private static OptimizerHelper Make(string kind, Parameter parameter) => kind switch
    {
        "SGD" => torch.optim.SGD([parameter], 0.1, momentum: 0.9),
        "Adam" => torch.optim.Adam([parameter], 0.1, amsgrad: true),
        "AdamW" => torch.optim.AdamW([parameter], 0.1, weight_decay: 0.1),
        "RMSProp" => torch.optim.RMSProp([parameter], 0.1, momentum: 0.9, centered: true),
        "Adagrad" => torch.optim.Adagrad([parameter], 0.1),
        "Adamax" => torch.optim.Adamax([parameter], 0.1),
        "Adadelta" => torch.optim.Adadelta([parameter], 1),
        "NAdam" => torch.optim.NAdam([parameter], 0.1),
        "RAdam" => torch.optim.RAdam([parameter], 0.1),
        "Rprop" => torch.optim.Rprop([parameter], 0.1),
        _ => torch.optim.ASGD([parameter], 0.1),
    };

    private static void Steps(OptimizerHelper optimizer, Parameter parameter, int from, int to)
    {
        for (var step = from; step < to; step++)
        {
            parameter.grad = torch.tensor([0.1f * step, 0.3f - (0.2f * step), -0.5f]);
            optimizer.step();
        }
    }
}
