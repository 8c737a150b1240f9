using Seq2Seq.Tensors.Inspection;

namespace Seq2Seq.Tensors.Tests.Printing;

public sealed class GraphRecorderTests
{
    [Fact]
    public void The_graph_lists_inputs_before_results_with_names_and_shapes()
    {
        var w = torch.ones(2, 3).requires_grad_();
        var x = torch.ones(3);

        var nodes = GraphRecorder.Nodes((w * x).tanh().sum(), [("w", w)]);

        Assert.Equal(["w", "constant", "Mul", "Tanh", "Sum"], nodes.Select(n => n.Name));
        Assert.Equal("(2, 3)", nodes[0].Shape);
        Assert.Equal([0, 1], nodes[2].Inputs);
        Assert.Equal([3], nodes[4].Inputs);
    }

    [Fact]
    public void The_graph_is_written_for_graphviz()
    {
        var w = torch.ones(2).requires_grad_();

        var dot = GraphRecorder.ToDot(w.exp(), [("w", w)]);

        Assert.Equal(
            "digraph graph {\n  rankdir = TB;\n  n0 [shape = box, label = \"w\\n(2)\"];\n"
            + "  n1 [shape = ellipse, label = \"Exp\\n(2)\"];\n  n0 -> n1;\n}\n",
            dot);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_ops_is_walked_without_recursion()
    {
        var x = torch.ones(1).requires_grad_();
        var y = x;
        for (var i = 0; i < 100_000; i++)
            y = y + 1;

        var count = GraphRecorder.Nodes(y).Count;
        y.backward();

        Assert.Equal(100_001, count);
        Assert.Equal(1f, x.grad!.item<float>());
    }
}
