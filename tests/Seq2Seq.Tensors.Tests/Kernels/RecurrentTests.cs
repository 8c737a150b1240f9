using System.Numerics;

namespace Seq2Seq.Tensors.Tests.Kernels;

public sealed unsafe class RecurrentTests
{
    // Kind, steps, batch, input, hidden, batch first, reverse, packed lengths.
    public static TheoryData<string, int, int, int, int, bool, bool, bool> Layouts => new()
    {
        { "lstm", 4, 3, 5, 6, false, false, false },
        { "lstm", 5, 9, 3, 17, true, false, false },
        { "lstm", 4, 3, 5, 6, true, true, false },
        { "lstm", 5, 4, 2, 3, false, false, true },
        { "lstm", 5, 4, 2, 3, false, true, true },
        { "gru", 4, 3, 5, 6, false, false, false },
        { "gru", 5, 9, 3, 17, true, true, false },
        { "gru", 5, 4, 2, 3, false, true, true },
        { "tanh", 4, 3, 5, 6, true, false, false },
        { "tanh", 5, 4, 2, 3, false, false, true },
        { "relu", 4, 3, 5, 6, false, true, false },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Values_follow_the_equations_and_gradients_are_those_of_the_values(
        string kind, int steps, int batch, int input, int hidden, bool batchFirst, bool reverse, bool packed)
    {
        var layer = new Layer(kind, steps, batch, input, hidden, batchFirst, reverse, packed);

        var y = layer.Forward<double>(out var saved);
        var expected = layer.Naive();
        for (var i = 0; i < y.Length; i++)
            Assert.Equal(expected[i], y[i], 1e-12);

        // The same in single precision: rounding of some dozen operations.
        var single = layer.Forward<float>(out _);
        for (var i = 0; i < y.Length; i++)
            Assert.Equal(expected[i], single[i], 2e-5);

        var gradients = layer.Backward(saved);
        for (var which = 0; which < gradients.Length; which++)
        {
            var values = layer.Inputs[which];
            for (var i = 0; i < values.Length; i += 1 + values.Length / 40)
            {
                // Central differences in double: h² f''' / 6 and 1e-16 / h are both below 1e-8 here.
                const double H = 1e-5;
                var keep = values[i];
                values[i] = keep + H;
                var above = layer.Loss();
                values[i] = keep - H;
                var below = layer.Loss();
                values[i] = keep;
                var slope = (above - below) / (2 * H);
                Assert.True(Math.Abs(slope + 0.5 - gradients[which][i]) < 1e-7 * Math.Max(1, Math.Abs(slope)), $"{kind} input {which}[{i}]: {gradients[which][i] - 0.5:R}, not {slope:R}");
            }
        }
    }

    /// <summary>One layer with random weights; the loss weighs outputs and last states with random numbers.</summary>
    private sealed class Layer
    {
        private readonly int _steps, _batch, _input, _hidden, _gates, _rows;
        private readonly bool _batchFirst, _reverse;
        private readonly string _kind;
        private readonly int[]? _sizes;
        private readonly double[] _lossWeights;

        public Layer(string kind, int steps, int batch, int input, int hidden, bool batchFirst, bool reverse, bool packed)
        {
            (_kind, _steps, _batch, _input, _hidden, _batchFirst, _reverse) = (kind, steps, batch, input, hidden, batchFirst, reverse);
            _gates = kind switch { "lstm" => 4, "gru" => 3, _ => 1 };
            _sizes = packed ? Enumerable.Range(0, steps).Select(t => Math.Max(1, batch - t)).ToArray() : null;
            _rows = _sizes?.Sum() ?? steps * batch;
            var lengths = new[]
            {
                _rows * input, _gates * hidden * input, _gates * hidden * hidden, _gates * hidden, _gates * hidden,
                batch * hidden, batch * hidden,
            };
            Inputs = lengths.Select((n, i) => Numbers.Random(n, 10 + i).Select(v => 0.7 * v).ToArray()).ToArray();
            _lossWeights = Numbers.Random(_rows * hidden + 2 * batch * hidden, 30).Select(v => (double)v).ToArray();
        }

        // x, input weights, hidden weights, input bias, hidden bias, h0, c0
        public double[][] Inputs { get; }

        public double[] Forward<T>(out Array[] saved)
            where T : unmanaged, INumber<T>
        {
            var v = Inputs.Select(Convert<T>).ToArray();
            T[] y = new T[_rows * _hidden], gates = new T[_rows * _gates * _hidden], kept = new T[_rows * _hidden];
            T[] hN = new T[_batch * _hidden], cN = new T[_batch * _hidden];
            fixed (T* x = v[0], wi = v[1], wh = v[2], bi = v[3], bh = v[4], h0 = v[5], c0 = v[6])
            fixed (T* py = y, pg = gates, pk = kept, ph = hN, pc = cN)
            fixed (int* sizes = _sizes)
            {
                var shape = new RecurrentShape(_steps, _batch, _input, _hidden, _batchFirst, _reverse, sizes);
                if (_kind == "lstm")
                    LstmSequence.Forward(shape, x, wi, wh, bi, bh, h0, c0, py, _hidden, pg, pk, ph, pc);
                else if (_kind == "gru")
                    GruSequence.Forward(shape, x, wi, wh, bi, bh, h0, py, _hidden, pg, pk, ph);
                else
                    RnnSequence.Forward(shape, _kind == "relu", x, wi, wh, bi, bh, h0, py, _hidden, pg, ph);
            }

            saved = [y, gates, kept];
            return [.. y.Concat(hN).Concat(cN).Select(n => double.CreateChecked(n))];
        }

        public double Loss() => Forward<double>(out _).Zip(_lossWeights).Sum(p => p.First * p.Second);

        public double[][] Backward(Array[] saved)
        {
            var d = Inputs.Select(i => Enumerable.Repeat(0.5, i.Length).ToArray()).ToArray();
            var dy = _lossWeights[..(_rows * _hidden)];
            var dh = _lossWeights[(_rows * _hidden)..(_rows * _hidden + _batch * _hidden)];
            var dc = _lossWeights[(_rows * _hidden + _batch * _hidden)..];
            fixed (double* x = Inputs[0], wi = Inputs[1], wh = Inputs[2], h0 = Inputs[5], c0 = Inputs[6])
            fixed (double* y = (double[])saved[0], g = (double[])saved[1], k = (double[])saved[2])
            fixed (double* dx = d[0], dwi = d[1], dwh = d[2], dbi = d[3], dbh = d[4], dh0 = d[5], dc0 = d[6])
            fixed (double* pdy = dy, pdh = dh, pdc = dc)
            fixed (int* sizes = _sizes)
            {
                var shape = new RecurrentShape(_steps, _batch, _input, _hidden, _batchFirst, _reverse, sizes);
                if (_kind == "lstm")
                    LstmSequence.Backward(shape, x, wi, wh, h0, c0, y, _hidden, g, k, pdy, _hidden, pdh, pdc, dx, dwi, dwh, dbi, dbh, dh0, dc0);
                else if (_kind == "gru")
                    GruSequence.Backward(shape, x, wi, wh, h0, y, _hidden, g, k, pdy, _hidden, pdh, dx, dwi, dwh, dbi, dbh, dh0);
                else
                    RnnSequence.Backward(shape, _kind == "relu", x, wi, wh, h0, y, _hidden, g, pdy, _hidden, pdh, dx, dwi, dwh, dbi, dbh, dh0);
            }

            return _kind == "lstm" ? d : d[..6];
        }

        // The textbook loop, row by row.
        public double[] Naive()
        {
            double[] y = new double[_rows * _hidden], h = (double[])Inputs[5].Clone(), c = (double[])Inputs[6].Clone();
            for (var order = 0; order < _steps; order++)
            {
                var t = _reverse ? _steps - 1 - order : order;
                for (var b = 0; b < (_sizes?[t] ?? _batch); b++)
                {
                    var row = _sizes != null ? _sizes.Take(t).Sum() + b : _batchFirst ? b * _steps + t : t * _batch + b;
                    double In(int j) => Inputs[3][j] + Enumerable.Range(0, _input).Sum(i => Inputs[1][j * _input + i] * Inputs[0][row * _input + i]);
                    double State(int j) => Inputs[4][j] + Enumerable.Range(0, _hidden).Sum(i => Inputs[2][j * _hidden + i] * h[b * _hidden + i]);
                    static double S(double v) => 1 / (1 + Math.Exp(-v));
                    var next = new double[_hidden];
                    for (var j = 0; j < _hidden; j++)
                    {
                        var (j1, j2, j3) = (j + _hidden, j + 2 * _hidden, j + 3 * _hidden);
                        if (_kind == "lstm")
                        {
                            c[b * _hidden + j] = S(In(j1) + State(j1)) * c[b * _hidden + j] + S(In(j) + State(j)) * Math.Tanh(In(j2) + State(j2));
                            next[j] = S(In(j3) + State(j3)) * Math.Tanh(c[b * _hidden + j]);
                        }
                        else if (_kind == "gru")
                        {
                            var z = S(In(j1) + State(j1));
                            next[j] = (1 - z) * Math.Tanh(In(j2) + S(In(j) + State(j)) * State(j2)) + z * h[b * _hidden + j];
                        }
                        else
                        {
                            next[j] = _kind == "relu" ? Math.Max(In(j) + State(j), 0) : Math.Tanh(In(j) + State(j));
                        }
                    }

                    next.CopyTo(h, b * _hidden);
                    next.CopyTo(y, row * _hidden);
                }
            }

            return _kind == "lstm" ? [.. y, .. h, .. c] : [.. y, .. h, .. new double[c.Length]];
        }

        private static T[] Convert<T>(double[] from)
            where T : INumber<T> => from.Select(T.CreateChecked).ToArray();
    }
}
