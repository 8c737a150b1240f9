using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Long short-term memory over whole sequences; weights U(±1/√hidden).</summary>
        public static LSTM LSTM(
            long inputSize,
            long hiddenSize,
            long numLayers = 1,
            bool bias = true,
            bool batchFirst = false,
            double dropout = 0.0,
            bool bidirectional = false,
            Device? device = null,
            ScalarType? dtype = null) =>
            new LSTM(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, dtype).On(device);

        /// <summary>Gated recurrent unit over whole sequences; weights U(±1/√hidden).</summary>
        public static GRU GRU(
            long inputSize,
            long hiddenSize,
            long numLayers = 1,
            bool bias = true,
            bool batchFirst = false,
            double dropout = 0.0,
            bool bidirectional = false,
            Device? device = null,
            ScalarType? dtype = null) =>
            new GRU(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, dtype).On(device);

        /// <summary>The plain recurrent net over whole sequences; weights U(±1/√hidden).</summary>
        public static RNN RNN(
            long inputSize,
            long hiddenSize,
            long numLayers = 1,
            NonLinearities nonLinearity = NonLinearities.Tanh,
            bool bias = true,
            bool batchFirst = false,
            double dropout = 0.0,
            bool bidirectional = false,
            Device? device = null,
            ScalarType? dtype = null) =>
            new RNN(inputSize, hiddenSize, numLayers, nonLinearity, bias, batchFirst, dropout, bidirectional, dtype).On(device);

        /// <summary>One step of an LSTM.</summary>
        public static LSTMCell LSTMCell(
            long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new LSTMCell(inputSize, hiddenSize, bias, dtype).On(device);

        /// <summary>One step of a GRU.</summary>
        public static GRUCell GRUCell(
            long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new GRUCell(inputSize, hiddenSize, bias, dtype).On(device);

        /// <summary>One step of a plain recurrent net.</summary>
        public static RNNCell RNNCell(
            long inputSize,
            long hiddenSize,
            NonLinearities nonLinearity = NonLinearities.Tanh,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new RNNCell(inputSize, hiddenSize, nonLinearity, bias, dtype).On(device);
    }
}
