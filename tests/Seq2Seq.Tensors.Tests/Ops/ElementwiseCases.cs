namespace Seq2Seq.Tensors.Tests.Ops;

public sealed class ElementwiseCases : IGradientCases
{
    private static readonly long[][] s_shapes = [[], [1], [0], [5], [2, 3], [2, 0, 3], [1, 4, 1], [17, 3]];

    private static readonly (long[] A, long[] B)[] s_pairs =
    [
        ([2, 3], [2, 3]), ([2, 3], [3]), ([], [3]), ([2, 2], [1]), ([0, 3], [3]), ([2, 1], [1, 3]), ([1], [1]), ([3, 1, 2], [4, 1]), ([], []),
    ];

    public IEnumerable<GradientCase> Cases =>
    [
        .. Unary("exp", x => x.exp()),
        .. Unary("log", x => x.log(), signed: false),
        .. Unary("tanh", x => x.tanh()),
        .. Unary("sigmoid", x => x.sigmoid()),
        .. Unary("sqrt", x => x.sqrt(), signed: false),
        .. Unary("rsqrt", x => x.rsqrt(), signed: false),
        .. Unary("sin", x => x.sin()),
        .. Unary("cos", x => x.cos()),
        .. Unary("abs", x => x.abs()),
        .. Unary("square", x => x.square()),
        .. Unary("relu", x => x.relu()),
        .. Unary("gelu", x => x.gelu()),
        .. Unary("erf", x => x.erf()),
        .. Unary("silu", x => x.silu()),
        .. Unary("softplus", x => x.softplus()),
        .. Unary("softplus sharp", x => torch.nn.functional.softplus(x, 3, 2)),
        .. Unary("logsigmoid", torch.nn.functional.logsigmoid),
        .. Unary("expm1", x => x.expm1()),
        .. Unary("log1p", x => x.log1p(), signed: false),
        .. Unary("reciprocal", x => x.reciprocal()),
        .. Unary("leaky_relu", x => x.leaky_relu(0.1)),
        .. Unary("elu", x => x.elu(0.7)),
        .. Unary("neg", x => x.neg()),
        .. Unary("negative", x => -x),
        .. Unary("clamp", x => x.clamp(-0.9, 1.1)),
        .. Unary("clamp_min", x => x.clamp_min(0.1)),
        .. Unary("clamp_max", x => x.clamp_max(0.1)),
        .. Unary("sign", x => x.sign() * x),
        .. Unary("floor", x => x.floor() * x, low: 0.1, high: 0.9),
        .. Unary("ceil", x => x.ceil() * x, low: 0.1, high: 0.9),
        .. Unary("round", x => x.round() * x, low: 0.1, high: 0.4),
        .. Unary("trunc", x => x.trunc() * x, low: 0.1, high: 0.9),
        .. Unary("pow", x => x.pow(3)),
        .. Unary("pow half", x => x.pow(0.5), signed: false),
        .. Unary("pow zero", x => x.pow(0) * x),
        .. Unary("pow negative", x => x.pow(-2)),
        .. Unary("add number", x => 2 + (x + 1.5)),
        .. Unary("sub number", x => 2 - (x - 1.5)),
        .. Unary("mul number", x => 3 * (x * 0.5)),
        .. Unary("div number", x => 3 / (x / 0.5)),
        .. Unary("remainder number", x => (x + 5) % 4.0, low: 0.1, high: 0.8),
        .. Unary("fmod", x => x.fmod(4.0)),
        .. Unary("clone", x => x.clone()),
        .. Unary("alias", x => x.alias() * 2),
        .. Unary("contiguous", x => x.contiguous() * 2),
        .. Unary("cpu", x => x.cpu() * 2),
        .. Unary("to", x => x.to(x.dtype) * 2),
        .. Unary("to_type", x => x.to_type(x.dtype, copy: true)),
        .. Unary("type", x => x.type(x.dtype) * 2),
        .. Unary("type_as", x => x.type_as(x) * 2),
        .. Binary("add", (a, b) => a + b),
        .. Binary("add scaled", (a, b) => a.add(b, 0.3)),
        .. Binary("sub", (a, b) => a - b),
        .. Binary("mul", (a, b) => a * b),
        .. Binary("div", (a, b) => a / b),
        .. Binary("pow tensor", (a, b) => a.pow(b), signed: false),
        .. Binary("remainder", (a, b) => (a + 5) % (b + 3.2), low: 0.3, high: 0.45),
        .. Binary("maximum", (a, b) => a.maximum(b)),
        .. Binary("minimum", (a, b) => a.minimum(b)),
        .. Binary("max two", (a, b) => a.max(b)),
        .. Binary("min two", (a, b) => a.min(b)),
        .. Binary("clamp tensors", (a, b) => a.clamp(min: b)),
        .. Binary("where", (a, b) => torch.where((a.detach() + b.detach()).gt(0), a, b)),
        .. Binary("prelu", (a, b) => torch.nn.functional.prelu(a, b.reshape(-1).sum().reshape(1))),
        new("lerp", x => x[0].lerp(x[1], x[2]), [[2, 3], [2, 3], [3]]),
        new("addcmul", x => x[0].addcmul(x[1], x[2], 0.4), [[2, 3], [3], [2, 1]]),
        new("addcdiv", x => x[0].addcdiv(x[1], x[2], 0.4), [[2, 3], [3], [2, 1]]),
        new("float", x => x[0].@float().to(x[0].dtype) * 2, [[0]]),
        new("double", x => x[0].@double().to(x[0].dtype) * 2, [[2, 3]]),
        new("to_type converts", x => x[0].to(x[0].dtype == torch.float64 ? torch.float32 : torch.float64).to(x[0].dtype), [[0]]),
    ];

    private static IEnumerable<GradientCase> Unary(
        string name, Func<torch.Tensor, torch.Tensor> f, bool signed = true, double low = 0.3, double high = 1.7) =>
        s_shapes.Select(shape => new GradientCase(name, x => f(x[0]), [shape], low, high, signed));

    private static IEnumerable<GradientCase> Binary(
        string name, Func<torch.Tensor, torch.Tensor, torch.Tensor> f, bool signed = true, double low = 0.3, double high = 1.7) =>
        s_pairs.Select(pair => new GradientCase(name, x => f(x[0], x[1]), [pair.A, pair.B], low, high, signed));
}
