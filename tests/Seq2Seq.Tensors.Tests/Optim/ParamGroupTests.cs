using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Tests.Optim;

/// <summary>What a group leaves open comes from its optimizer, as in TorchSharp.</summary>
public sealed class ParamGroupTests
{
    [Fact]
    public void Options_that_are_not_set_are_the_optimizers()
    {
        var options = new Adam.Options { weight_decay = 0.5, beta1 = 0.1 };
        var group = new Adam.ParamGroup([nn.Parameter(torch.ones(1))], options);

        _ = torch.optim.Adam([group], lr: 0.3, beta1: 0.7, beta2: 0.8, eps: 0.01, weight_decay: 0.2, amsgrad: true);

        Assert.Equal((0.3, 0.1, 0.8), (options.LearningRate, options.beta1, options.beta2));
        Assert.Equal((0.01, 0.5, true, false), (options.eps, options.weight_decay, options.amsgrad, options.maximize));
        Assert.Equal((0.1, 0.8), group.Betas);
    }

    [Fact]
    public void A_group_of_parameters_alone_is_the_optimizers_in_everything()
    {
        var group = new SGD.ParamGroup { Parameters = [nn.Parameter(torch.ones(1))] };

        var optimizer = torch.optim.SGD([group], 0.2, momentum: 0.9, nesterov: true);

        Assert.Equal((0.2, 0.2, 0.9), (group.LearningRate, group.InitialLearningRate, group.Momentum));
        Assert.True(group.Options!.nesterov);
        Assert.Equal(0.9, optimizer.Momentum);
    }

    // Each optimizer's own defaults are not its groups': read in TorchSharp's source.
    [Fact]
    public void Groups_made_with_a_constructor_carry_its_defaults()
    {
        Parameter[] none = [];

        Assert.Equal(0.001, new SGD.ParamGroup(none).Options!.LearningRate);
        Assert.Equal(0.001, new RMSProp.ParamGroup(none).Options!.LearningRate);
        Assert.Equal((0.01, null), (new ASGD.ParamGroup(none).Options!.LearningRate, new ASGD.ParamGroup(none).Options!.maximize));
        Assert.Equal(1, new NAdam.ParamGroup(none).Options!.LearningRate);
        Assert.Equal(1, new RAdam.ParamGroup(none).Options!.LearningRate);
        Assert.Equal(1, new Adamax.ParamGroup(none).Options!.LearningRate);
        Assert.Equal(0.01, new Rprop.ParamGroup(none).Options!.LearningRate);
    }

    [Fact]
    public void Betas_set_on_an_optimizer_hold_for_groups_to_come()
    {
        var first = new Adam.ParamGroup { Parameters = [nn.Parameter(torch.ones(1))] };
        var second = new Adam.ParamGroup { Parameters = [nn.Parameter(torch.ones(1))] };
        var optimizer = torch.optim.Adam([first]);

        optimizer.Betas = (0.5, 0.6);
        optimizer.add_param_group(second);

        Assert.Equal((0.9, 0.999), first.Betas);
        Assert.Equal((0.5, 0.6), second.Betas);
    }
}
