using System.Globalization;

namespace Seq2Seq.Tensors.Inspection;

/// <summary>One value or operation of a recorded graph.</summary>
/// <param name="Id">Its number in the graph.</param>
/// <param name="Name">The operation, "leaf" or "constant".</param>
/// <param name="Shape">The shape of its result, where known.</param>
/// <param name="Inputs">The numbers of what it was computed from.</param>
public sealed record GraphNode(int Id, string Name, string Shape, IReadOnlyList<int> Inputs);

/// <summary>Reads the graph that autograd recorded, for drawing. This engine only: TorchSharp does not show its graph.</summary>
public static class GraphRecorder
{
    /// <summary>Everything a tensor was computed from, inputs before results; the last one is the tensor itself.</summary>
    /// <param name="root">The tensor, such as a loss; its graph must not have been freed by backward.</param>
    /// <param name="names">Names for leaves, such as parameters by their names.</param>
    public static IReadOnlyList<GraphNode> Nodes(torch.Tensor root, IEnumerable<(string Name, torch.Tensor Tensor)>? names = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        var known = new Dictionary<GradientSlot, string>();
        foreach (var (name, tensor) in names ?? [])
        {
            if (tensor.CurrentSlot is { } named)
                known[named] = name;
        }

        var slot = root.CurrentSlot ?? throw Throw.NothingRecorded("GraphRecorder.Nodes");
        var ids = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        var nodes = new List<GraphNode>();
        var open = new Stack<(GradientSlot Slot, string Shape, bool Ready)>();
        open.Push((slot, Shapes.Text(root.Sizes), false));
        while (open.TryPop(out var item))
        {
            var key = (object?)item.Slot.Producer ?? item.Slot;
            if (ids.ContainsKey(key))
                continue;
            if (item.Slot.Producer is not { } op)
            {
                ids[key] = nodes.Count;
                nodes.Add(new GraphNode(nodes.Count, known.GetValueOrDefault(item.Slot, "leaf"), item.Shape, []));
                continue;
            }

            if (!item.Ready)
            {
                open.Push(item with { Ready = true });
                for (var i = op.InputCount - 1; i >= 0; i--)
                {
                    if (op.InputSlot(i) is { } input)
                        open.Push((input, op.InputShape(i), false));
                }

                continue;
            }

            var inputs = new List<int>();
            for (var i = 0; i < op.InputCount; i++)
            {
                if (op.InputSlot(i) is { } input)
                {
                    inputs.Add(ids[(object?)input.Producer ?? input]);
                }
                else
                {
                    inputs.Add(nodes.Count);
                    nodes.Add(new GraphNode(nodes.Count, "constant", op.InputShape(i), []));
                }
            }

            ids[key] = nodes.Count;
            nodes.Add(new GraphNode(nodes.Count, op.Name, item.Shape, inputs));
        }

        return nodes;
    }

    /// <summary>The graph in Graphviz' language: leaves are boxes, operations ellipses.</summary>
    /// <param name="root">The tensor, such as a loss.</param>
    /// <param name="names">Names for leaves, such as parameters by their names.</param>
    public static string ToDot(torch.Tensor root, IEnumerable<(string Name, torch.Tensor Tensor)>? names = null)
    {
        var text = new System.Text.StringBuilder("digraph graph {\n  rankdir = TB;\n");
        foreach (var node in Nodes(root, names))
        {
            var shape = node.Inputs.Count == 0 ? "box" : "ellipse";
            var label = node.Name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
            text.Append(CultureInfo.InvariantCulture, $"  n{node.Id} [shape = {shape}, label = \"{label}\\n{node.Shape}\"];\n");
            foreach (var input in node.Inputs)
                text.Append(CultureInfo.InvariantCulture, $"  n{input} -> n{node.Id};\n");
        }

        return text.Append("}\n").ToString();
    }
}
