using System.Globalization;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors.Tests.Determinism;

/// <summary>What every machine must compute to the same bits: two trainings, and single operations large enough for threads.</summary>
internal static class Workload
{
    public static IEnumerable<(string Name, string Value)> Run()
    {
        yield return ("threads", torch.get_num_threads().ToString(CultureInfo.InvariantCulture));
        yield return ("Vector512", Vector512.IsHardwareAccelerated.ToString());
        yield return ("Vector256", Vector256.IsHardwareAccelerated.ToString());
        yield return ("Vector128", Vector128.IsHardwareAccelerated.ToString());
        foreach (var (name, make) in Operations())
        {
            using var scope = torch.NewDisposeScope();
            torch.manual_seed(11);
            yield return ("op " + name, Hash([make()]));
        }

        yield return ("mlp 50 steps", Classifier());
        yield return ("char lstm 200 steps", CharacterModel());
    }

    private static IEnumerable<(string Name, Func<torch.Tensor> Make)> Operations()
    {
        const int n = 100_003;
        yield return ("randn", () => torch.randn(n));
        yield return ("rand", () => torch.rand(n));
        yield return ("exp", () => torch.randn(n).exp());
        yield return ("log", () => torch.rand(n).log());
        yield return ("tanh", () => torch.randn(n).tanh());
        yield return ("sigmoid", () => torch.randn(n).sigmoid());
        yield return ("erf", () => torch.randn(n).erf());
        yield return ("gelu", () => torch.randn(n).gelu());
        yield return ("sin cos", () => torch.randn(n).sin() + torch.randn(n).cos());
        yield return ("sqrt rsqrt", () => torch.rand(n).sqrt() + torch.rand(n).rsqrt());
        yield return ("pow", () => torch.rand(n).pow(0.7) + torch.rand(n).pow(torch.rand(n)));
        yield return ("softmax", () => torch.randn(37, 1203).softmax(1) + torch.randn(37, 1203).log_softmax(1));
        yield return ("logsumexp", () => torch.randn(37, 1203).logsumexp(1));
        yield return ("sum", () => torch.randn(n).sum() + torch.randn(211, 307).sum(0).sum() + torch.randn(211, 307).sum(1).prod());
        yield return ("var norm", () => torch.randn(n).var() + torch.randn(n).norm());
        yield return ("cumsum", () => torch.randn(33, 700).cumsum(1));
        yield return ("matmul", () => torch.randn(131, 203).matmul(torch.randn(203, 167)));
        yield return ("matmul nt tn", () => torch.randn(61, 203).matmul(torch.randn(67, 203).t()) + torch.randn(203, 61).t().matmul(torch.randn(203, 67)));
        yield return ("matmul double", () => torch.randn(61, 103, dtype: torch.float64).matmul(torch.randn(103, 67, dtype: torch.float64)));
        yield return ("bmm", () => torch.randn(9, 31, 33).bmm(torch.randn(9, 33, 37)));
        yield return ("conv", () => torch.nn.functional.conv2d(torch.randn(2, 3, 17, 19), torch.randn(5, 3, 3, 3), torch.randn(5), padding: [1]));
        yield return ("layer_norm", () => torch.nn.functional.layer_norm(torch.randn(61, 257), [257]));
        yield return ("scatter_add", () => torch.zeros(100).scatter_add(0, torch.randint(100, [5000]), torch.randn(5000)));
        yield return ("dropout", () => torch.nn.functional.dropout(torch.ones(n), 0.3));
        yield return ("randperm", () => torch.randperm(1000).to(torch.float32));
        yield return ("multinomial", () => torch.rand(5, 100).multinomial(20).to(torch.float32));
    }

    private static string Classifier()
    {
        torch.manual_seed(1);
        using var outer = torch.NewDisposeScope();
        var model = torch.nn.Sequential(
            ("in", torch.nn.Linear(40, 128)),
            ("norm", torch.nn.LayerNorm(128)),
            ("act", torch.nn.GELU()),
            ("drop", torch.nn.Dropout(0.2)),
            ("out", torch.nn.Linear(128, 10)));
        var inputs = torch.randn(64, 40);
        var targets = torch.randint(10, [64]);
        var optimizer = torch.optim.Adam(model.parameters(), 0.01);
        for (var step = 0; step < 50; step++)
        {
            using var scope = torch.NewDisposeScope();
            optimizer.zero_grad();
            torch.nn.functional.cross_entropy(model.call(inputs), targets, label_smoothing: 0.1).backward();
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0);
            optimizer.step();
        }

        return Hash(model.parameters());
    }

    private static string CharacterModel()
    {
        const string text = "the cat sat on the mat and the dog sat on the log while the rat ran round and round the barn ";
        torch.manual_seed(2);
        using var outer = torch.NewDisposeScope();
        var letters = text.Distinct().Order().ToArray();
        var codes = text.Select(c => (long)Array.IndexOf(letters, c)).ToArray();
        var (embedding, lstm, output) = (torch.nn.Embedding(letters.Length, 12), torch.nn.LSTM(12, 24), torch.nn.Linear(24, letters.Length));
        Parameter[] parameters = [.. embedding.parameters(), .. lstm.parameters(), .. output.parameters()];
        var optimizer = torch.optim.SGD(parameters, 0.5, momentum: 0.5);
        const int length = 12, batch = 6;
        for (var step = 0; step < 200; step++)
        {
            using var scope = torch.NewDisposeScope();
            var starts = torch.randint(codes.Length - length - 1, [batch]).data<long>().ToArray();
            var x = torch.tensor((long[])[.. Enumerable.Range(0, length).SelectMany(t => starts.Select(s => codes[s + t]))], [length, batch]);
            var y = torch.tensor((long[])[.. Enumerable.Range(1, length).SelectMany(t => starts.Select(s => codes[s + t]))]);
            var (h, c) = (torch.zeros(1, batch, 24), torch.zeros(1, batch, 24));
            var (states, _, _) = lstm.call(embedding.call(x), (h, c));
            optimizer.zero_grad();
            torch.nn.functional.cross_entropy(output.call(states).reshape(length * batch, -1), y).backward();
            torch.nn.utils.clip_grad_norm_(parameters, 1.0);
            optimizer.step();
        }

        return Hash(parameters);
    }

    private static string Hash(IEnumerable<torch.Tensor> tensors)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var tensor in tensors)
        {
            using var dense = tensor.Dense();
            if (dense.dtype == torch.float64)
                hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(dense.Span<double>()));
            else
                hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(dense.Span<float>()));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
