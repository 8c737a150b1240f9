"""Computes what PyTorch answers, for the conformance suite. Run: /usr/bin/python3 generate.py

Every case is computed in float64 from inputs of few decimals. The objective whose gradients are stored is
sum(output * cos(0.7 i + 0.3)) over all floating point outputs, i counting their elements in row-major order.
Weights of modules are filled with 0.5 sin(0.37 i + k), k counting the parameters in order of registration.
linear, lstm_2layer_bi, seq2seq_small, optim and schedulers were computed by TorchSharp and are not touched.
"""
import json
import math
import os
import platform

import torch
import torch.nn as nn
import torch.nn.functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
torch.set_default_dtype(torch.float64)
torch.manual_seed(20)


def number(x):
    if isinstance(x, bool):
        return x
    if isinstance(x, int):
        return x
    if math.isnan(x):
        return "NaN"
    if math.isinf(x):
        return "Infinity" if x > 0 else "-Infinity"
    rounded = float("%.12g" % x)
    return int(rounded) if rounded == int(rounded) and abs(rounded) < 1e6 else rounded


def pack(t):
    kind = {torch.float64: "f", torch.int64: "i", torch.bool: "b"}[t.dtype]
    return [kind, list(t.shape), [number(v) for v in t.detach().reshape(-1).tolist()]]


def f(*shape, low=-2.0, high=2.0):
    return torch.round((torch.rand(shape) * (high - low) + low) * 1000) / 1000


def p(*shape):
    return f(*shape, low=0.2, high=2.0)


def i(*shape, high):
    return torch.randint(0, high, shape)


def objective(outputs):
    total = 0
    for y in outputs:
        if y.dtype == torch.float64:
            n = torch.arange(y.numel(), dtype=torch.float64).reshape(y.shape)
            total = total + (y * torch.cos(0.7 * n + 0.3)).sum()
    return total


def listed(y):
    if isinstance(y, torch.Tensor):
        return [y]
    out = []
    for item in y:
        out += listed(item)
    return out


def case(run, **inputs):
    leaves = {k: v.clone().requires_grad_() if v.dtype == torch.float64 else v for k, v in inputs.items()}
    outputs = listed(run(*leaves.values()))
    entry = {"in": {k: pack(v) for k, v in inputs.items()}, "out": [pack(y) for y in outputs]}
    if any(y.requires_grad for y in outputs):
        objective(outputs).backward()
        entry["grad"] = {
            k: pack(v.grad if v.grad is not None else torch.zeros_like(v))[2]
            for k, v in leaves.items() if v.dtype == torch.float64}
    return entry


def fill(module):
    with torch.no_grad():
        for k, w in enumerate(module.parameters()):
            w.copy_(0.5 * torch.sin(0.37 * torch.arange(w.numel(), dtype=torch.float64) + k).reshape(w.shape))


def module_case(module, run, **inputs):
    fill(module)
    leaves = {k: v.clone().requires_grad_() if v.dtype == torch.float64 else v for k, v in inputs.items()}
    outputs = listed(run(module, *leaves.values()))
    objective(outputs).backward()
    return {
        "in": {k: pack(v) for k, v in inputs.items()},
        "out": [pack(y) for y in outputs],
        "grad": {k: pack(v.grad if v.grad is not None else torch.zeros_like(v))[2]
                 for k, v in leaves.items() if v.dtype == torch.float64},
        "weights": {k: [list(w.shape), pack(w.grad if w.grad is not None else torch.zeros_like(w))[2]]
                    for k, w in module.named_parameters()},
        "buffers": {k: pack(b if b.dtype != torch.float32 else b.double()) for k, b in module.named_buffers()},
    }


def write(name, cases):
    made_by = "PyTorch %s, Python %s, float64" % (torch.__version__, platform.python_version())
    with open(os.path.join(HERE, name + ".json"), "w") as out:
        out.write('{"made_by":%s,"cases":{\n' % json.dumps(made_by))
        out.write(",\n".join(json.dumps(k) + ":" + json.dumps(v, separators=(",", ":")) for k, v in cases.items()))
        out.write("\n}}\n")


def pointwise():
    c = {}
    x, row, one = f(3, 4), f(4), f(3, 1)
    for name, op in [("add", torch.add), ("sub", torch.sub), ("mul", torch.mul)]:
        c[name] = case(op, x=x, y=f(3, 4))
        c[name + "_broadcast_row"] = case(op, x=x, y=row)
        c[name + "_broadcast_column"] = case(op, x=one, y=x)
    c["add_alpha"] = case(lambda x, y: torch.add(x, y, alpha=0.5), x=x, y=f(3, 4))
    c["div"] = case(torch.div, x=x, y=p(3, 4))
    c["div_broadcast_row"] = case(torch.div, x=x, y=p(4))
    c["add_scalar"] = case(lambda x: x + 1.5, x=x)
    c["rsub_scalar"] = case(lambda x: 1.5 - x, x=x)
    c["rdiv_scalar"] = case(lambda x: 1.5 / x, x=p(3, 4))
    c["div_scalar"] = case(lambda x: x / 3, x=x)
    c["mul_scalar"] = case(lambda x: x * -2, x=x)
    c["div_floor"] = case(lambda x, y: torch.div(x, y, rounding_mode="floor").detach(), x=x, y=p(3, 4))
    c["div_trunc"] = case(lambda x, y: torch.div(x, y, rounding_mode="trunc").detach(), x=x, y=p(3, 4))
    c["remainder"] = case(lambda x: torch.remainder(x, 0.75).detach(), x=x)
    c["pow_2"] = case(lambda x: x.pow(2), x=x)
    c["pow_3"] = case(lambda x: x.pow(3), x=x)
    c["pow_half"] = case(lambda x: x.pow(0.5), x=p(3, 4))
    c["pow_minus_1"] = case(lambda x: x.pow(-1), x=p(3, 4))
    c["pow_tensor"] = case(torch.pow, x=p(3, 4), y=f(3, 4))
    for name in ["neg", "abs", "square", "exp", "sin", "cos", "tanh", "sigmoid", "relu", "erf", "expm1"]:
        c[name] = case(lambda x, op=getattr(torch, name): op(x), x=x)
    for name in ["sqrt", "rsqrt", "log", "log1p", "reciprocal"]:
        c[name] = case(lambda x, op=getattr(torch, name): op(x), x=p(3, 4))
    for name in ["sign", "floor", "ceil", "round", "trunc"]:
        c[name] = case(lambda x, op=getattr(torch, name): op(x).detach(), x=x)
    c["clamp"] = case(lambda x: x.clamp(-1, 0.5), x=x)
    c["clamp_min"] = case(lambda x: x.clamp(min=0.25), x=x)
    c["clamp_max"] = case(lambda x: x.clamp(max=0.25), x=x)
    c["maximum"] = case(torch.maximum, x=x, y=f(3, 4))
    c["minimum"] = case(torch.minimum, x=x, y=f(3, 4))
    c["maximum_ties"] = case(torch.maximum, x=torch.tensor([1., 2., 3.]), y=torch.tensor([1., 3., 2.]))
    c["where"] = case(lambda m, x, y: torch.where(m, x, y), m=x > 0, x=x, y=f(4))
    c["masked_fill"] = case(lambda m, x: x.masked_fill(m, -9), m=x > 0, x=x)
    c["gelu"] = case(F.gelu, x=x)
    c["gelu_tanh"] = case(lambda x: F.gelu(x, approximate="tanh"), x=x)
    c["elu"] = case(lambda x: F.elu(x, 0.7), x=x)
    c["leaky_relu"] = case(lambda x: F.leaky_relu(x, 0.1), x=x)
    c["silu"] = case(F.silu, x=x)
    c["softplus"] = case(F.softplus, x=x)
    for name in ["eq", "ne", "lt", "le", "gt", "ge"]:
        c[name] = case(lambda x, y, op=getattr(torch, name): op(x, y), x=torch.tensor([1., 2., 3.]), y=torch.tensor([2., 2., 2.]))
    c["logical_not"] = case(torch.logical_not, x=x > 0)
    c["logical_and"] = case(torch.logical_and, x=x > 0, y=f(3, 4) > 0)
    c["logical_or"] = case(torch.logical_or, x=x > 0, y=f(3, 4) > 0)
    c["isnan"] = case(torch.isnan, x=torch.tensor([1., float("nan"), float("inf")]))
    c["convert_to_long"] = case(lambda x: x.long(), x=x)
    c["empty_add"] = case(torch.add, x=f(0, 4), y=row)
    write("pointwise", c)


def reductions():
    c = {}
    x = f(2, 3, 4)
    c["sum"] = case(lambda x: x.sum(), x=x)
    c["sum_dim"] = case(lambda x: x.sum(1), x=x)
    c["sum_dim_keep"] = case(lambda x: x.sum(-1, keepdim=True), x=x)
    c["sum_dims"] = case(lambda x: x.sum((0, 2)), x=x)
    c["sum_bool"] = case(lambda x: x.sum(), x=x > 0)
    c["mean"] = case(lambda x: x.mean(), x=x)
    c["mean_dims"] = case(lambda x: x.mean((0, 2)), x=x)
    c["mean_dim_keep"] = case(lambda x: x.mean(1, keepdim=True), x=x)
    c["prod"] = case(lambda x: x.prod(), x=f(5))
    c["prod_zero"] = case(lambda x: x.prod(), x=torch.tensor([0., 2., 3.]))
    c["prod_dim"] = case(lambda x: x.prod(1), x=x)
    c["max"] = case(lambda x: x.max(), x=x)
    c["min"] = case(lambda x: x.min(), x=x)
    c["max_ties"] = case(lambda x: x.max(), x=torch.tensor([1., 3., 3.]))
    c["max_dim"] = case(lambda x: x.max(1), x=x)
    c["min_dim"] = case(lambda x: x.min(-1), x=x)
    c["argmax"] = case(lambda x: x.argmax(), x=x)
    c["argmax_dim"] = case(lambda x: x.argmax(1), x=x)
    c["argmin_dim"] = case(lambda x: x.argmin(-1), x=x)
    c["var"] = case(lambda x: x.var(), x=x)
    c["var_biased"] = case(lambda x: x.var(unbiased=False), x=x)
    c["std"] = case(lambda x: x.std(), x=x)
    c["norm"] = case(lambda x: x.norm(), x=x)
    c["norm_1"] = case(lambda x: x.norm(1), x=x)
    c["norm_dim"] = case(lambda x: x.norm(2, dim=1), x=x)
    c["all"] = case(lambda x: x.all(), x=x > 0)
    c["any_dim"] = case(lambda x: x.any(1), x=x > 1)
    c["softmax"] = case(lambda x: x.softmax(1), x=x)
    c["softmax_last"] = case(lambda x: x.softmax(-1), x=x)
    c["log_softmax"] = case(lambda x: x.log_softmax(-1), x=x)
    c["log_softmax_0"] = case(lambda x: x.log_softmax(0), x=x)
    c["logsumexp"] = case(lambda x: x.logsumexp(1), x=x)
    c["logsumexp_keep"] = case(lambda x: x.logsumexp(-1, keepdim=True), x=x)
    c["cumsum"] = case(lambda x: x.cumsum(1), x=x)
    c["cumsum_long"] = case(lambda x: x.cumsum(0), x=i(5, high=4))
    c["sum_empty"] = case(lambda x: x.sum(), x=f(0, 3))
    write("reductions", c)


def shapes():
    c = {}
    x, m = f(2, 3, 4), f(3, 4)
    c["reshape"] = case(lambda x: x.reshape(6, 4), x=x)
    c["reshape_guess"] = case(lambda x: x.reshape(3, -1), x=x)
    c["reshape_of_transposed"] = case(lambda x: x.transpose(0, 1).reshape(-1), x=x)
    c["view"] = case(lambda x: x.view(4, 6), x=x)
    c["permute"] = case(lambda x: x.permute(2, 0, 1), x=x)
    c["transpose"] = case(lambda x: x.transpose(0, 2), x=x)
    c["t"] = case(lambda x: x.t(), x=m)
    c["squeeze"] = case(lambda x: x.squeeze(), x=f(1, 3, 1))
    c["squeeze_dim"] = case(lambda x: x.squeeze(0), x=f(1, 3, 1))
    c["unsqueeze"] = case(lambda x: x.unsqueeze(1), x=m)
    c["expand"] = case(lambda x: x.expand(2, 3, 4), x=f(3, 1))
    c["repeat"] = case(lambda x: x.repeat(2, 3), x=f(2, 2))
    c["repeat_interleave"] = case(lambda x: x.repeat_interleave(2, 1), x=f(2, 2))
    c["tile"] = case(lambda x: x.tile((2,)), x=f(2, 2))
    c["flip"] = case(lambda x: x.flip(0, 2), x=x)
    c["cat"] = case(lambda x, y: torch.cat([x, y], 1), x=f(2, 3), y=f(2, 1))
    c["stack"] = case(lambda x, y: torch.stack([x, y], 1), x=f(2, 3), y=f(2, 3))
    c["chunk"] = case(lambda x: x.chunk(3, 1), x=f(2, 7))
    c["split"] = case(lambda x: x.split(2, 1), x=f(2, 5))
    c["split_sizes"] = case(lambda x: x.split([1, 4], 1), x=f(2, 5))
    c["unbind"] = case(lambda x: x.unbind(1), x=m)
    c["narrow"] = case(lambda x: x.narrow(1, 1, 2), x=m)
    c["select"] = case(lambda x: x.select(1, -1), x=x)
    c["flatten"] = case(lambda x: x.flatten(1), x=x)
    c["tril"] = case(lambda x: x.tril(), x=f(3, 3))
    c["triu"] = case(lambda x: x.triu(1), x=f(3, 3))
    c["diag"] = case(lambda x: x.diag(), x=f(3))
    c["diag_of_matrix"] = case(lambda x: x.diag(1), x=f(3, 4))
    c["index_row"] = case(lambda x: x[1], x=m)
    c["index_range"] = case(lambda x: x[1:, :2], x=m)
    c["index_column"] = case(lambda x: x[:, -1], x=m)
    c["index_step"] = case(lambda x: x[::2], x=f(5))
    c["index_none"] = case(lambda x: x[None, :, None], x=m)
    c["pad_1"] = case(lambda x: F.pad(x, (1, 2), value=9), x=m)
    c["pad_2"] = case(lambda x: F.pad(x, (1, 0, 2, 1)), x=m)
    write("shapes", c)


def indexing():
    c = {}
    m = f(3, 4)
    c["gather"] = case(lambda x, j: x.gather(1, j), x=m, j=i(3, 2, high=4))
    c["scatter"] = case(lambda x, j, y: x.scatter(1, j, y), x=m, j=torch.tensor([[0, 2], [1, 3], [3, 0]]), y=f(3, 2))
    c["scatter_add"] = case(lambda x, j, y: x.scatter_add(1, j, y), x=m, j=torch.tensor([[0, 0], [1, 3], [3, 3]]), y=f(3, 2))
    c["index_select"] = case(lambda x, j: x.index_select(0, j), x=m, j=torch.tensor([2, 0, 2, 1]))
    c["index_select_1"] = case(lambda x, j: x.index_select(1, j), x=m, j=torch.tensor([3, 3]))
    c["index_add"] = case(lambda x, j, y: x.index_add(0, j, y, alpha=2), x=m, j=torch.tensor([2, 2]), y=f(2, 4))
    c["index_tensor"] = case(lambda x, j: x[j], x=m, j=torch.tensor([2, 0, 2, -1]))
    c["index_pairs"] = case(lambda x, j, k: x[j, k], x=m, j=torch.tensor([2, 0, 2]), k=torch.tensor([1, 3, 1]))
    c["masked_select"] = case(lambda x, q: x.masked_select(q), x=m, q=m > 0)
    c["index_mask"] = case(lambda x, q: x[q], x=m, q=torch.tensor([True, False, True]))
    c["topk"] = case(lambda x: x.topk(2, 1), x=m)
    c["topk_smallest"] = case(lambda x: x.topk(2, 1, largest=False), x=m)
    c["sort"] = case(lambda x: x.sort(1), x=m)
    c["sort_descending"] = case(lambda x: x.sort(1, descending=True), x=m)
    c["argsort"] = case(lambda x: x.argsort(1), x=m)
    c["one_hot"] = case(lambda j: F.one_hot(j, 5), j=i(3, high=5))
    write("indexing", c)


def products():
    c = {}
    c["matmul_1_1"] = case(torch.matmul, x=f(4), y=f(4))
    c["matmul_2_1"] = case(torch.matmul, x=f(3, 4), y=f(4))
    c["matmul_1_2"] = case(torch.matmul, x=f(4), y=f(4, 3))
    c["matmul_2_2"] = case(torch.matmul, x=f(3, 4), y=f(4, 2))
    c["matmul_3_3"] = case(torch.matmul, x=f(2, 3, 4), y=f(2, 4, 2))
    c["matmul_3_2"] = case(torch.matmul, x=f(2, 3, 4), y=f(4, 2))
    c["matmul_3_1"] = case(torch.matmul, x=f(2, 3, 4), y=f(4))
    c["matmul_broadcast"] = case(torch.matmul, x=f(2, 1, 3, 4), y=f(3, 4, 2))
    c["matmul_transposed"] = case(lambda x, y: x.t().matmul(y.t()), x=f(4, 3), y=f(2, 4))
    c["matmul_empty_inner"] = case(torch.matmul, x=f(2, 0), y=f(0, 3))
    c["mm"] = case(torch.mm, x=f(3, 4), y=f(4, 2))
    c["bmm"] = case(torch.bmm, x=f(2, 3, 4), y=f(2, 4, 2))
    c["addmm"] = case(lambda b, x, y: torch.addmm(b, x, y, beta=0.5, alpha=2), b=f(3, 2), x=f(3, 4), y=f(4, 2))
    c["outer"] = case(torch.outer, x=f(3), y=f(2))
    c["linear"] = case(F.linear, x=f(2, 3, 4), w=f(5, 4), b=f(5))
    c["linear_no_bias"] = case(lambda x, w: F.linear(x, w), x=f(3, 4), w=f(5, 4))
    c["einsum_mm"] = case(lambda x, y: torch.einsum("ij,jk->ik", x, y), x=f(3, 4), y=f(4, 2))
    c["einsum_batch"] = case(lambda x, y: torch.einsum("bth,bsh->bts", x, y), x=f(2, 3, 4), y=f(2, 5, 4))
    c["einsum_sum"] = case(lambda x: torch.einsum("ij->j", x), x=f(3, 4))
    c["einsum_outer"] = case(lambda x, y: torch.einsum("i,j->ij", x, y), x=f(3), y=f(2))
    c["einsum_implicit"] = case(lambda x, y: torch.einsum("ij,jk", x, y), x=f(2, 3), y=f(3, 2))
    write("products", c)


def layers():
    c = {}
    c["conv1d"] = case(lambda x, w, b: F.conv1d(x, w, b), x=f(2, 3, 7), w=f(4, 3, 3), b=f(4))
    c["conv1d_stride_pad"] = case(lambda x, w, b: F.conv1d(x, w, b, stride=2, padding=1), x=f(2, 3, 7), w=f(4, 3, 3), b=f(4))
    c["conv1d_dilated_groups"] = case(lambda x, w: F.conv1d(x, w, dilation=2, groups=2), x=f(1, 4, 8), w=f(4, 2, 2))
    c["conv2d"] = case(lambda x, w, b: F.conv2d(x, w, b), x=f(1, 2, 5, 4), w=f(3, 2, 2, 3), b=f(3))
    c["conv2d_stride_pad"] = case(lambda x, w: F.conv2d(x, w, stride=2, padding=1), x=f(1, 2, 5, 4), w=f(3, 2, 3, 3))
    c["max_pool1d"] = case(lambda x: F.max_pool1d(x, 2), x=f(1, 2, 7))
    c["max_pool2d"] = case(lambda x: F.max_pool2d(x, 2), x=f(1, 2, 4, 5))
    c["max_pool2d_stride_pad"] = case(lambda x: F.max_pool2d(x, 3, stride=1, padding=1), x=f(1, 1, 4, 4))
    c["avg_pool1d"] = case(lambda x: F.avg_pool1d(x, 2), x=f(1, 2, 7))
    c["avg_pool2d"] = case(lambda x: F.avg_pool2d(x, 2), x=f(1, 2, 4, 5))
    c["layer_norm"] = case(lambda x, w, b: F.layer_norm(x, (4,), w, b), x=f(2, 3, 4), w=f(4), b=f(4))
    c["layer_norm_two"] = case(lambda x: F.layer_norm(x, (3, 4)), x=f(2, 3, 4))
    c["batch_norm_training"] = case(
        lambda x, w, b: F.batch_norm(x, None, None, w, b, True), x=f(5, 3), w=f(3), b=f(3))
    c["batch_norm_training_3"] = case(
        lambda x: F.batch_norm(x, None, None, None, None, True), x=f(4, 2, 3))
    c["batch_norm_evaluation"] = case(
        lambda x, m, v, w, b: F.batch_norm(x, m.detach(), v.detach(), w, b, False), x=f(5, 3), m=f(3), v=p(3), w=f(3), b=f(3))
    c["normalize"] = case(lambda x: F.normalize(x, dim=-1), x=f(3, 4))
    c["cosine_similarity"] = case(lambda x, y: F.cosine_similarity(x, y, dim=1), x=f(3, 4), y=f(3, 4))
    q, k, v = f(2, 3, 4), f(2, 5, 4), f(2, 5, 2)
    c["attention"] = case(lambda q, k, v: attend(q, k, v), q=q, k=k, v=v)
    c["attention_bool_mask"] = case(
        lambda q, k, v, m: attend(q, k, v, torch.zeros(m.shape).masked_fill(~m, -math.inf)), q=q, k=k, v=v,
        m=torch.tensor([[1, 1, 0, 1, 0], [1, 0, 0, 0, 1], [1, 1, 1, 1, 1]]).bool())
    c["attention_added_mask"] = case(lambda q, k, v, m: attend(q, k, v, m), q=q, k=k, v=v, m=f(3, 5))
    c["attention_causal"] = case(
        lambda q, k, v: attend(q, k, v, torch.zeros(5, 5).masked_fill(~torch.ones(5, 5).bool().tril(), -math.inf)),
        q=f(2, 2, 5, 4), k=f(2, 2, 5, 4), v=f(2, 2, 5, 3))
    write("layers", c)


def attend(q, k, v, mask=None):
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    return (scores if mask is None else scores + mask).softmax(-1) @ v


def losses():
    c = {}
    x, t, w = f(4, 3), torch.tensor([2, 0, 1, 2]), torch.tensor([1., 2., 4.])
    ignored = torch.tensor([2, -100, 1, 0])
    for r in ["mean", "sum", "none"]:
        c["cross_entropy_" + r] = case(lambda x, t: F.cross_entropy(x, t, reduction=r), x=x, t=t)
        c["cross_entropy_weighted_" + r] = case(lambda x, t, w: F.cross_entropy(x, t, w.detach(), reduction=r), x=x, t=t, w=w)
        c["cross_entropy_smoothed_" + r] = case(
            lambda x, t, w: F.cross_entropy(x, t, w.detach(), reduction=r, label_smoothing=0.1), x=x, t=t, w=w)
        c["cross_entropy_smoothed_plain_" + r] = case(
            lambda x, t: F.cross_entropy(x, t, reduction=r, label_smoothing=0.1), x=x, t=t)
        c["cross_entropy_ignored_" + r] = case(
            lambda x, t, w: F.cross_entropy(x, t, w.detach(), reduction=r, label_smoothing=0.1), x=x, t=ignored, w=w)
        c["cross_entropy_probabilities_" + r] = case(
            lambda x, t, w: F.cross_entropy(x, t.detach(), w.detach(), reduction=r, label_smoothing=0.2),
            x=x, t=f(4, 3).softmax(1).mul(1000).round().div(1000), w=w)
        c["mse_" + r] = case(lambda x, t: F.mse_loss(x, t, reduction=r), x=x, t=f(4, 3))
        c["l1_" + r] = case(lambda x, t: F.l1_loss(x, t, reduction=r), x=x, t=f(4, 3))
        c["kl_log_" + r] = case(lambda x, t: F.kl_div(x, t, reduction=r, log_target=True), x=x, t=f(4, 3))
        c["kl_" + r] = case(lambda x, t: F.kl_div(x, t.detach(), reduction=r), x=x, t=p(4, 3))
        c["bce_" + r] = case(
            lambda x, t: F.binary_cross_entropy(x, t.detach(), reduction=r), x=f(4, 3, low=0.05, high=0.95), t=f(4, 3, low=0, high=1))
        c["bce_logits_" + r] = case(
            lambda x, t, w, v: F.binary_cross_entropy_with_logits(x, t.detach(), w.detach(), reduction=r, pos_weight=v.detach()),
            x=f(4, 3, low=-9, high=9), t=f(4, 3, low=0, high=1), w=p(3), v=p(3))
        c["nll_" + r] = case(lambda x, t, w: F.nll_loss(x, t, w.detach(), reduction=r), x=x, t=ignored, w=w)
    c["cross_entropy_sequence"] = case(lambda x, t: F.cross_entropy(x, t, ignore_index=0), x=f(2, 3, 4), t=i(2, 4, high=3))
    c["cross_entropy_single"] = case(lambda x, t: F.cross_entropy(x, t), x=f(3), t=torch.tensor(1))
    c["cross_entropy_large"] = case(lambda x, t: F.cross_entropy(x, t), x=f(2, 3) * 300, t=torch.tensor([0, 1]))
    write("losses", c)


def modules():
    c = {}
    x = f(4, 2, 3)
    h = f(1, 2, 5)
    c["linear"] = module_case(nn.Linear(3, 4), lambda m, x: m(x), x=f(2, 3))
    c["linear_no_bias"] = module_case(nn.Linear(3, 4, bias=False), lambda m, x: m(x), x=f(2, 3))
    c["embedding"] = module_case(nn.Embedding(5, 3, padding_idx=2), lambda m, j: m(j), j=torch.tensor([[2, 0], [4, 2]]))
    c["embedding_by_frequency"] = module_case(nn.Embedding(5, 3, scale_grad_by_freq=True), lambda m, j: m(j), j=torch.tensor([[2, 0], [2, 2]]))
    for kind in [nn.LSTM, nn.GRU, nn.RNN]:
        n = kind.__name__
        c[n] = module_case(kind(3, 5), lambda m, x: m(x), x=x)
        state = (lambda m, x, h, c: m(x, (h, c))) if n == "LSTM" else (lambda m, x, h: m(x, h))
        states = {"h": h, "c": f(1, 2, 5)} if n == "LSTM" else {"h": h}
        c[n + "_state"] = module_case(kind(3, 5), state, x=x, **states)
        c[n + "_no_bias"] = module_case(kind(3, 5, bias=False), lambda m, x: m(x), x=x)
        c[n + "_batch_first"] = module_case(kind(3, 5, batch_first=True), lambda m, x: m(x), x=f(2, 4, 3))
        states = {"h": f(4, 2, 2), "c": f(4, 2, 2)} if n == "LSTM" else {"h": f(4, 2, 2)}
        c[n + "_two_layers_two_ways"] = module_case(kind(3, 2, num_layers=2, bidirectional=True), state, x=x, **states)
        states = {"h": f(2, 3, 2), "c": f(2, 3, 2)} if n == "LSTM" else {"h": f(2, 3, 2)}

        def packed(m, x, h, c=None):
            seq = nn.utils.rnn.pack_padded_sequence(x, torch.tensor([2, 4, 1]), enforce_sorted=False)
            y, s = m(seq, h if c is None else (h, c))
            return nn.utils.rnn.pad_packed_sequence(y)[0], s

        c[n + "_packed_two_ways"] = module_case(kind(3, 2, bidirectional=True), packed, x=f(4, 3, 3), **states)
    c["RNN_relu"] = module_case(nn.RNN(3, 5, nonlinearity="relu"), lambda m, x, h: m(x, h), x=x, h=h)
    c["LSTMCell"] = module_case(nn.LSTMCell(3, 5), lambda m, x, h, c: m(x, (h, c)), x=f(2, 3), h=f(2, 5), c=f(2, 5))
    c["GRUCell"] = module_case(nn.GRUCell(3, 5), lambda m, x, h: m(x, h), x=f(2, 3), h=f(2, 5))
    c["RNNCell"] = module_case(nn.RNNCell(3, 5), lambda m, x, h: m(x, h), x=f(2, 3), h=f(2, 5))
    c["RNNCell_relu"] = module_case(nn.RNNCell(3, 5, nonlinearity="relu"), lambda m, x, h: m(x, h), x=f(2, 3), h=f(2, 5))
    c["LayerNorm"] = module_case(nn.LayerNorm(4), lambda m, x: m(x), x=f(2, 3, 4))
    c["BatchNorm1d"] = module_case(nn.BatchNorm1d(3), lambda m, x: m(x), x=f(5, 3))
    c["BatchNorm1d_sequence"] = module_case(nn.BatchNorm1d(3), lambda m, x: m(x), x=f(4, 3, 2))
    c["BatchNorm1d_eval"] = module_case(nn.BatchNorm1d(3), lambda m, x, y: (m(x), m.eval()(y)), x=f(5, 3), y=f(2, 3))
    c["Conv1d"] = module_case(nn.Conv1d(2, 4, 3, stride=2, padding=1, groups=2), lambda m, x: m(x), x=f(2, 2, 6))
    c["Conv1d_same"] = module_case(nn.Conv1d(2, 3, 4, padding="same"), lambda m, x: m(x), x=f(2, 2, 6))
    c["Conv2d"] = module_case(nn.Conv2d(2, 3, (2, 3), padding=(1, 0)), lambda m, x: m(x), x=f(1, 2, 3, 4))
    q, k = f(3, 2, 4), f(5, 2, 4)
    hide = torch.tensor([[0, 0, 0, 0, 1], [0, 0, 1, 1, 1]]).bool()
    c["MultiheadAttention_self"] = module_case(nn.MultiheadAttention(4, 2), lambda m, q: m(q, q, q), q=q)
    c["MultiheadAttention"] = module_case(
        nn.MultiheadAttention(4, 2), lambda m, q, k, v, hide: m(q, k, v, key_padding_mask=hide), q=q, k=k, v=f(5, 2, 4), hide=hide)
    c["MultiheadAttention_masks"] = module_case(
        nn.MultiheadAttention(4, 2), lambda m, q, hide: m(q, q, q, attn_mask=hide), q=q,
        hide=torch.ones(3, 3).bool().triu(1))
    c["MultiheadAttention_sizes"] = module_case(
        nn.MultiheadAttention(4, 2, kdim=3, vdim=6), lambda m, q, k, v: m(q, k, v), q=q, k=f(5, 2, 3), v=f(5, 2, 6))
    c["TransformerEncoderLayer"] = module_case(
        nn.TransformerEncoderLayer(4, 2, 6, 0.0), lambda m, x, hide: m(x, src_key_padding_mask=hide), x=f(5, 2, 4), hide=hide)
    c["TransformerEncoderLayer_gelu"] = module_case(
        nn.TransformerEncoderLayer(4, 2, 6, 0.0, activation="gelu"), lambda m, x: m(x), x=f(3, 2, 4))
    c["TransformerDecoderLayer"] = module_case(
        nn.TransformerDecoderLayer(4, 2, 6, 0.0),
        lambda m, x, y, hide: m(x, y, tgt_mask=torch.ones(3, 3).bool().triu(1), memory_key_padding_mask=hide),
        x=f(3, 2, 4), y=f(5, 2, 4), hide=hide)
    c["Transformer"] = module_case(
        nn.Transformer(4, 2, 1, 1, 6, 0.0), lambda m, x, y: m(x, y, tgt_mask=torch.ones(3, 3).bool().triu(1)),
        x=f(5, 2, 4), y=f(3, 2, 4))
    write("modules", c)


class Attention(nn.Module):
    """An LSTM encoder-decoder with additive attention, small, for ten-step parity."""

    def __init__(self):
        super().__init__()
        self.source = nn.Embedding(11, 6, padding_idx=0)
        self.target = nn.Embedding(9, 6, padding_idx=0)
        self.encoder = nn.LSTM(6, 4, bidirectional=True)
        self.bridge = nn.Linear(8, 7)
        self.query = nn.Linear(7, 5, bias=False)
        self.memory = nn.Linear(8, 5, bias=False)
        self.score = nn.Linear(5, 1, bias=False)
        self.decoder = nn.LSTMCell(6 + 8, 7)
        self.head = nn.Linear(7 + 8, 9)

    def forward(self, source, target):
        memory, (h, c) = self.encoder(self.source(source))
        keys = self.memory(memory)
        hide = source.eq(0).transpose(0, 1)
        h = torch.tanh(self.bridge(torch.cat([h[0], h[1]], 1)))
        c = torch.zeros_like(h)
        logits = []
        for step in self.target(target):
            scores = self.score(torch.tanh(self.query(h).unsqueeze(0) + keys)).squeeze(-1).transpose(0, 1)
            weights = scores.masked_fill(hide, -math.inf).softmax(1)
            context = torch.bmm(weights.unsqueeze(1), memory.transpose(0, 1)).squeeze(1)
            h, c = self.decoder(torch.cat([step, context], 1), (h, c))
            logits.append(self.head(torch.cat([h, context], 1)))
        return torch.stack(logits)


def training():
    model = Attention()
    fill(model)
    with torch.no_grad():
        model.source.weight[0] = 0
        model.target.weight[0] = 0
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    schedule = torch.optim.lr_scheduler.StepLR(optimizer, 4, 0.5)
    source = torch.tensor([[3, 5, 7], [1, 2, 9], [10, 4, 0], [6, 0, 0]])
    target = torch.tensor([[1, 1, 1], [4, 7, 2], [5, 8, 3], [6, 2, 0]])
    labels = torch.tensor([[4, 7, 2], [5, 8, 3], [6, 2, 0], [2, 0, 0]])
    losses, norms = [], []
    for _ in range(10):
        optimizer.zero_grad()
        logits = model(source, target)
        loss = F.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=0)
        loss.backward()
        norms.append(float(nn.utils.clip_grad_norm_(model.parameters(), 0.5)))
        optimizer.step()
        schedule.step()
        losses.append(loss.item())
    write("training", {"attention": {
        "in": {"source": pack(source), "target": pack(target), "labels": pack(labels)},
        "losses": [number(v) for v in losses], "norms": [number(v) for v in norms],
        "weights": {k: [list(w.shape), pack(w)[2]] for k, w in model.named_parameters()}}})


def functions():
    """Every differentiable function the files above leave out, by its own name."""
    c = {}
    x, y, row, column, m = f(3, 4), f(3, 4), f(4), f(3), f(3, 3)
    q = torch.tensor([[True, False, True, False], [False, False, True, True], [True, True, False, False]])
    j, jj = torch.tensor([2, 0]), torch.tensor([[0, 2], [1, 3], [3, 0]])
    positive = p(3, 4)
    for name in ["abs_", "exp_", "neg_", "relu_", "sigmoid_", "tanh_"]:
        c[name] = case(lambda x, name=name: getattr(x * 1, name)(), x=x)
    for name in ["log_", "sqrt_"]:
        c[name] = case(lambda x, name=name: getattr(x * 1, name)(), x=positive)
    for name in ["add_", "sub_", "mul_"]:
        c[name] = case(lambda x, y, name=name: getattr(x * 1, name)(y), x=x, y=row)
    c["add_scaled"] = case(lambda x, y: (x * 1).add_(y, alpha=0.3), x=x, y=y)
    c["div_"] = case(lambda x, y: (x * 1).div_(y), x=x, y=positive)
    c["pow_"] = case(lambda x: (x * 1).pow_(3), x=x)
    c["clamp_"] = case(lambda x: (x * 1).clamp_(-0.5, 1), x=x)
    c["zero_"] = case(lambda x: (x * 1).zero_() + x, x=x)
    c["fill_"] = case(lambda x: (x * 1).fill_(3) + x, x=x)
    c["copy_"] = case(lambda x, y: (x * 1).copy_(y), x=x, y=row)
    c["masked_fill_"] = case(lambda x, q: (x * 1).masked_fill_(q, 0.5), x=x, q=q)
    c["scatter_"] = case(lambda x, j, y: (x * 1).scatter_(1, j, y), x=x, j=jj, y=f(3, 2))
    c["scatter_add_"] = case(lambda x, j, y: (x * 1).scatter_add_(1, j, y), x=x, j=jj, y=f(3, 2))
    c["index_add_"] = case(lambda x, j, y: (x * 1).index_add_(0, j, y, alpha=0.5), x=x, j=j, y=f(2, 4))
    c["index_fill_"] = case(lambda x, j: (x * 1).index_fill_(1, j, 2), x=x, j=j)
    c["index_fill"] = case(lambda x, j: x.index_fill(0, j, -1), x=x, j=j)
    c["index_copy"] = case(lambda x, j, y: x.index_copy(0, j, y), x=x, j=j, y=f(2, 4))
    c["index_put_"] = case(lambda x, j, y: (x * 1).index_put_((j,), y), x=x, j=j, y=f(2, 4))
    c["index_put_accumulate"] = case(
        lambda x, j, y: (x * 1).index_put_((j,), y, accumulate=True), x=x, j=torch.tensor([1, 1]), y=f(2, 4))
    c["addcmul"] = case(lambda x, y, z: x.addcmul(y, z, value=0.3), x=x, y=y, z=row)
    c["addcdiv"] = case(lambda x, y, z: x.addcdiv(y, z, value=0.3), x=x, y=y, z=positive)
    c["addmv"] = case(lambda b, x, y: torch.addmv(b, x, y, beta=0.5, alpha=2), b=column, x=x, y=row)
    c["baddbmm"] = case(
        lambda b, x, y: torch.baddbmm(b, x, y, beta=0.5, alpha=2), b=f(2, 3, 2), x=f(2, 3, 4), y=f(2, 4, 2))
    c["mv"] = case(torch.mv, x=x, y=row)
    c["dot"] = case(torch.dot, x=row, y=f(4))
    c["ger"] = case(torch.ger, x=column, y=row)
    c["lerp"] = case(lambda x, y, w: torch.lerp(x, y, w), x=x, y=y, w=positive)
    c["lerp_number"] = case(lambda x, y: torch.lerp(x, y, 0.25), x=x, y=y)
    c["fmod"] = case(lambda x: torch.fmod(x, 0.75), x=x)
    c["negative"] = case(torch.negative, x=x)
    c["amax"] = case(lambda x: x.amax((0, 2), keepdim=True), x=f(2, 3, 4))
    c["amin"] = case(lambda x: x.amin((1,)), x=f(2, 3, 4))
    c["amax_ties"] = case(lambda x: x.amax((1,)), x=torch.tensor([[1., 3., 3.], [2., 2., 2.]]))
    c["median"] = case(lambda x: x.median(), x=x)
    c["alias"] = case(lambda x: torch.ops.aten.alias(x) * 2, x=x)
    c["clone"] = case(lambda x: x.clone(), x=x)
    c["contiguous"] = case(lambda x: x.t().contiguous(), x=x)
    c["cpu"] = case(lambda x: x.cpu() * 2, x=x)
    c["double"] = case(lambda x: x.double() * 2, x=x)
    c["to"] = case(lambda x: x.to(torch.float64) * 2, x=x)
    c["type_as"] = case(lambda x, y: x.type_as(y) * 2, x=x, y=y)
    c["broadcast_to"] = case(lambda x: x.broadcast_to((3, 4)), x=row)
    c["expand_as"] = case(lambda x, y: x.expand_as(y), x=row, y=y)
    c["view_as"] = case(lambda x, y: x.view_as(y), x=f(12), y=y)
    c["unflatten"] = case(lambda x: x.unflatten(1, (2, 2)), x=x)
    c["unfold"] = case(lambda x: x.unfold(1, 3, 2), x=f(2, 7))
    c["swapaxes"] = case(lambda x: x.swapaxes(0, 2), x=f(2, 3, 4))
    c["swapdims"] = case(lambda x: x.swapdims(0, 1), x=x)
    c["movedim"] = case(lambda x: x.movedim(0, 2), x=f(2, 3, 4))
    c["movedim_two"] = case(lambda x: x.movedim((0, 1), (2, 0)), x=f(2, 3, 4))
    c["diagonal"] = case(lambda x: x.diagonal(1, 0, 2), x=f(2, 3, 4))
    c["roll"] = case(lambda x: x.roll(2, 1), x=x)
    c["roll_all"] = case(lambda x: x.roll(5), x=x)
    c["slice"] = case(lambda x: x[:, 1:4:2], x=x)
    c["concat"] = case(lambda x, y: torch.concat([x, y], 1), x=x, y=column.reshape(3, 1))
    c["hstack"] = case(lambda x, y: torch.hstack([x, y]), x=x, y=column.reshape(3, 1))
    c["vstack"] = case(lambda x, y: torch.vstack([x, y]), x=x, y=row)
    c["meshgrid"] = case(lambda x, y: torch.meshgrid(x, y, indexing="ij"), x=column, y=row)
    c["meshgrid_xy"] = case(lambda x, y: torch.meshgrid(x, y, indexing="xy"), x=column, y=row)
    c["logsigmoid"] = case(F.logsigmoid, x=x * 10)
    c["prelu"] = case(F.prelu, x=f(2, 3, 4), w=f(3))
    c["embedding"] = case(lambda w, j: F.embedding(j, w, padding_idx=1), w=f(5, 3), j=torch.tensor([[1, 0], [4, 1]]))
    c["dropout"] = case(lambda x: F.dropout(x, 0.5, training=False) * 2, x=x)
    c["bincount"] = case(lambda j: torch.bincount(j, minlength=6), j=torch.tensor([1, 1, 4]))
    c["nonzero"] = case(torch.nonzero, q=q)
    c["isclose"] = case(torch.isclose, x=torch.tensor([1., 2., 3.]), y=torch.tensor([1.000001, 2.1, 3.]))
    c["floor_divide"] = case(lambda x, y: torch.div(x, y, rounding_mode="floor"), x=torch.tensor([-7, 7, 8]), y=torch.tensor([2, 2, -3]))
    c["bitwise_and"] = case(torch.bitwise_and, x=torch.tensor([6, 5]), y=torch.tensor([3, 4]))
    c["bitwise_xor"] = case(torch.bitwise_xor, x=torch.tensor([6, 5]), y=torch.tensor([3, 4]))
    write("functions", c)


def more_modules():
    c = {}
    x, positive, t = f(3, 4), p(3, 4), torch.tensor([2, 0, 3])
    for name, module in [
            ("ReLU", nn.ReLU()), ("GELU", nn.GELU()), ("GELU_tanh", nn.GELU(approximate="tanh")), ("ELU", nn.ELU(0.7)),
            ("LeakyReLU", nn.LeakyReLU(0.1)), ("SiLU", nn.SiLU()), ("Sigmoid", nn.Sigmoid()), ("Tanh", nn.Tanh()),
            ("Softplus", nn.Softplus(2, 10)), ("Softmax", nn.Softmax(0)), ("LogSoftmax", nn.LogSoftmax(1)),
            ("Identity", nn.Identity()), ("Dropout", nn.Dropout(0.5).eval())]:
        c[name] = module_case(module, lambda m, x: m(x), x=x)
    c["Flatten"] = module_case(nn.Flatten(), lambda m, x: m(x), x=f(2, 3, 4))
    c["MaxPool1d"] = module_case(nn.MaxPool1d(3, stride=2, padding=1), lambda m, x: m(x), x=f(2, 2, 7))
    c["MaxPool2d"] = module_case(nn.MaxPool2d(2, stride=1), lambda m, x: m(x), x=f(1, 2, 4, 5))
    c["AvgPool1d"] = module_case(nn.AvgPool1d(3, stride=2), lambda m, x: m(x), x=f(2, 2, 7))
    c["AvgPool2d"] = module_case(nn.AvgPool2d(2), lambda m, x: m(x), x=f(1, 2, 4, 5))
    c["BatchNorm2d"] = module_case(nn.BatchNorm2d(3), lambda m, x: m(x), x=f(2, 3, 2, 4))
    c["CrossEntropyLoss"] = module_case(nn.CrossEntropyLoss(ignore_index=0), lambda m, x, t: m(x, t), x=x, t=t)
    c["NLLLoss"] = module_case(nn.NLLLoss(reduction="sum"), lambda m, x, t: m(x, t), x=x, t=t)
    c["MSELoss"] = module_case(nn.MSELoss(), lambda m, x, y: m(x, y), x=x, y=f(3, 4))
    c["L1Loss"] = module_case(nn.L1Loss(), lambda m, x, y: m(x, y), x=x, y=f(3, 4))
    c["KLDivLoss"] = module_case(nn.KLDivLoss(reduction="sum", log_target=True), lambda m, x, y: m(x, y), x=x, y=f(3, 4))
    c["BCELoss"] = module_case(nn.BCELoss(), lambda m, x, q: m(x, q.double()), x=f(3, 4, low=0.05, high=0.95), q=x > 0)
    c["BCEWithLogitsLoss"] = module_case(nn.BCEWithLogitsLoss(), lambda m, x, q: m(x, q.double()), x=x, q=positive > 1)
    c["Sequential"] = module_case(
        nn.Sequential(nn.Linear(4, 3), nn.Tanh(), nn.Linear(3, 2)), lambda m, x: m(x), x=x)
    c["TransformerEncoder"] = module_case(
        nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6, 0.0), 2), lambda m, x: m(x), x=f(3, 2, 4))
    c["TransformerDecoder"] = module_case(
        nn.TransformerDecoder(nn.TransformerDecoderLayer(4, 2, 6, 0.0), 2), lambda m, x, y: m(x, y), x=f(3, 2, 4), y=f(5, 2, 4))
    write("more_modules", c)


def nadam_steps(start, gradients, weight_decay=0.0, momentum_decay=0.004, lr=0.1, beta1=0.9, beta2=0.999, eps=1e-8, extra=False):
    """Dozat 2016, algorithm 2, in float32. extra: the factor mu too many that PyTorch 1.13 has (gone from 2.0 on)."""
    w = torch.tensor(start, dtype=torch.float32)
    mean, square, product, after = torch.zeros_like(w), torch.zeros_like(w), 1.0, []
    for t, g in enumerate(gradients, 1):
        g = torch.tensor(g, dtype=torch.float32) + weight_decay * w
        mu, later = (beta1 * (1 - 0.5 * 0.96 ** (s * momentum_decay)) for s in (t, t + 1))
        product *= mu
        mean, square = beta1 * mean + (1 - beta1) * g, beta2 * square + (1 - beta2) * g * g
        root = (square / (1 - beta2 ** t)).sqrt() + eps
        w = w - lr * (1 - mu) / (1 - product) * g / root - lr * later / (1 - product * later * (mu if extra else 1)) * mean / root
        after.append([float("%.9g" % v) for v in w.tolist()])
    return after


def nadam():
    """NAdam is wrong in TorchSharp and in PyTorch 1.13, each in its way: the formula itself, held to 1.13 with its factor."""
    source = json.load(open(os.path.join(HERE, "optim.json")))["NAdam(lr=0.1)"]
    out = {}
    for name, options in [("NAdam(lr=0.1)", {}), ("NAdam(lr=0.1, weight_decay=0.1, momentum_decay=0.01)",
                                                 {"weight_decay": 0.1, "momentum_decay": 0.01})]:
        parameter = torch.tensor(source["start"], dtype=torch.float32, requires_grad=True)
        optimizer = torch.optim.NAdam([parameter], lr=0.1, **options)
        for gradient, expected in zip(source["grads"], nadam_steps(source["start"], source["grads"], extra=True, **options)):
            parameter.grad = torch.tensor(gradient, dtype=torch.float32)
            optimizer.step()
            assert torch.allclose(parameter.detach(), torch.tensor(expected, dtype=torch.float32), atol=1e-6), name
        after = nadam_steps(source["start"], source["grads"], **options)
        out[name] = {"start": source["start"], "grads": source["grads"], "after": after}
    with open(os.path.join(HERE, "nadam.json"), "w") as file:
        file.write("{\n" + ",\n".join(json.dumps(k) + ":" + json.dumps(v) for k, v in out.items()) + "\n}\n")


pointwise()
reductions()
shapes()
indexing()
products()
layers()
losses()
modules()
training()
functions()
more_modules()
nadam()
