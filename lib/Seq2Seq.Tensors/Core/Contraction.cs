namespace Seq2Seq.Tensors;

/// <summary>Einstein sums as a chain of batched matrix products.</summary>
internal sealed class Contraction
{
    private readonly string _equation;
    private readonly Dictionary<char, long> _sizes = [];
    private readonly List<string> _inputs;
    private readonly string _output;

    private Contraction(string equation, torch.Tensor[] tensors)
    {
        _equation = equation;
        var text = equation.Replace(" ", "", StringComparison.Ordinal);
        var arrow = text.IndexOf("->", StringComparison.Ordinal);
        var inputs = (arrow < 0 ? text : text[..arrow]).Split(',');
        if (inputs.Length != tensors.Length)
            throw Throw.Bad($"einsum: '{equation}' names {inputs.Length} tensors, {tensors.Length} were given");
        var most = 0;
        for (var i = 0; i < inputs.Length; i++)
            most = Math.Max(most, tensors[i].Rank - inputs[i].Replace("...", "", StringComparison.Ordinal).Length);
        _inputs = [.. inputs.Select((labels, i) => Labels(labels, tensors[i].Rank))];
        for (var i = 0; i < inputs.Length; i++)
            Learn(_inputs[i], tensors[i]);
        _output = arrow < 0 ? Implicit(text) : Labels(text[(arrow + 2)..], -1, most);
        foreach (var label in _output)
        {
            if (!_sizes.ContainsKey(label) || _output.IndexOf(label) != _output.LastIndexOf(label))
                throw Throw.Bad($"einsum: '{equation}' has '{label}' on the right, where each letter must occur once and come from the left");
        }
    }

    public static torch.Tensor Run(string equation, torch.Tensor[] tensors)
    {
        var plan = new Contraction(equation, tensors);
        var labels = plan._inputs[0];
        var result = Diagonals(tensors[0], ref labels);
        for (var i = 1; i < tensors.Length; i++)
        {
            var next = plan._inputs[i];
            var other = Diagonals(tensors[i], ref next);
            var later = plan._output + string.Concat(plan._inputs.Skip(i + 1));
            result = Pair(result, labels, other, next, later, out labels);
        }

        result = SumOut(result, ref labels, plan._output);
        var current = labels;
        return result.permute([.. plan._output.Select(label => (long)current.IndexOf(label))]);
    }

    // Letters for the dimensions of "...", counted from the right, so that they broadcast by position.
    private static string Dots(int count) => new([.. Enumerable.Range(0, Math.Max(count, 0)).Select(i => (char)('\uE000' + count - 1 - i))]);

    private string Labels(string text, int rank, int dots = -1)
    {
        var named = text.Replace("...", "", StringComparison.Ordinal);
        foreach (var label in named)
        {
            if (!char.IsAsciiLetter(label))
                throw Throw.Bad($"einsum: '{_equation}' has '{label}'; dimensions are named by letters");
        }

        if (rank >= 0)
            dots = text.Contains("...", StringComparison.Ordinal) ? rank - named.Length : 0;
        if (rank >= 0 && (dots < 0 || (dots == 0 && named.Length != rank)))
            throw Throw.Bad($"einsum: '{text}' names {named.Length} dimensions of a tensor that has {rank}");
        return text.Replace("...", Dots(dots), StringComparison.Ordinal);
    }

    private void Learn(string labels, torch.Tensor tensor)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            if (_sizes.TryGetValue(labels[i], out var size) && size != tensor.Sizes[i])
                throw Throw.Bad($"einsum: '{_equation}': dimension '{labels[i]}' has sizes {size} and {tensor.Sizes[i]}");
            _sizes[labels[i]] = tensor.Sizes[i];
        }
    }

    // Without an arrow: "..." first, then the letters that occur once, in alphabetical order.
    private string Implicit(string text)
    {
        var all = string.Concat(_inputs);
        var dots = all.Where(c => c >= '\uE000').Distinct().OrderByDescending(c => c);
        return new([.. dots, .. text.Where(c => char.IsAsciiLetter(c) && all.Count(x => x == c) == 1).OrderBy(c => c)]);
    }

    private static torch.Tensor Diagonals(torch.Tensor x, ref string labels)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            var again = labels.IndexOf(labels[i], i + 1);
            if (again < 0)
                continue;
            x = x.diagonal(0, i, again);
            labels = labels.Remove(again, 1).Remove(i, 1) + labels[i];
            i--;
        }

        return x;
    }

    private static torch.Tensor SumOut(torch.Tensor x, ref string labels, string kept)
    {
        var gone = new List<long>();
        for (var i = 0; i < labels.Length; i++)
        {
            if (!kept.Contains(labels[i], StringComparison.Ordinal))
                gone.Add(i);
        }

        if (gone.Count == 0)
            return x;
        labels = new([.. labels.Where(label => kept.Contains(label, StringComparison.Ordinal))]);
        return x.sum([.. gone]);
    }

    private static torch.Tensor Pair(torch.Tensor a, string la, torch.Tensor b, string lb, string later, out string labels)
    {
        a = SumOut(a, ref la, lb + later);
        b = SumOut(b, ref lb, la + later);
        var (left, right) = (la, lb);
        var batch = new string([.. left.Where(c => right.Contains(c, StringComparison.Ordinal) && later.Contains(c, StringComparison.Ordinal))]);
        var inner = new string([.. left.Where(c => right.Contains(c, StringComparison.Ordinal) && !later.Contains(c, StringComparison.Ordinal))]);
        var onlyA = new string([.. left.Where(c => !right.Contains(c, StringComparison.Ordinal))]);
        var onlyB = new string([.. right.Where(c => !left.Contains(c, StringComparison.Ordinal))]);
        var first = Arrange(a, left, batch, onlyA, inner, out var outer);
        var second = Arrange(b, right, batch, inner, onlyB, out var rest);
        labels = batch + onlyA + onlyB;
        return first.bmm(second).reshape([.. outer[..(batch.Length + onlyA.Length)], .. rest[(batch.Length + inner.Length)..]]);
    }

    // As (batch, rows, columns), and the sizes in that order.
    private static torch.Tensor Arrange(torch.Tensor x, string labels, string batch, string rows, string columns, out long[] sizes)
    {
        var order = batch + rows + columns;
        var moved = x.permute([.. order.Select(label => (long)labels.IndexOf(label))]);
        sizes = moved.shape;
        return moved.reshape(
            Shapes.Count(sizes.AsSpan(0, batch.Length)),
            Shapes.Count(sizes.AsSpan(batch.Length, rows.Length)),
            Shapes.Count(sizes.AsSpan(batch.Length + rows.Length)));
    }
}
