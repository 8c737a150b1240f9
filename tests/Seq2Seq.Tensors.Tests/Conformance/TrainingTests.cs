namespace Seq2Seq.Tensors.Conformance;

/// <summary>Ten training steps of an LSTM encoder-decoder with attention against PyTorch, from the same weights.</summary>
public sealed class TrainingTests
{
    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void Ten_steps_end_in_the_weights_of_PyTorch(ScalarType floats)
    {
        using var scope = NewDisposeScope();
        var expected = Fixture.Cases("training")["attention"];
        using var model = new AttentionModel().to(floats);
        ModuleCase.Fill(model);
        using (no_grad())
        {
            model.get_parameter("source.weight")![0].zero_();
            model.get_parameter("target.weight")![0].zero_();
        }

        var (losses, norms) = Train(model, expected, floats);

        var tolerance = Check.Tolerance(floats);
        Check.Same(expected.Series("losses"), losses, tolerance, "loss");
        Check.Same(expected.Series("norms"), norms, tolerance, "norm");
        Assert.Equal(expected.Weights.Select(weight => weight.Name), model.named_parameters().Select(entry => entry.name));
        foreach (var (name, _, values) in expected.Weights)
            Check.Same(values, Check.Values(model.get_parameter(name)!), tolerance, name);
    }

    private static (double[] Losses, double[] Norms) Train(AttentionModel model, FixtureCase data, ScalarType floats)
    {
        var source = data.Inputs["source"].ToTensor(floats);
        var target = data.Inputs["target"].ToTensor(floats);
        var labels = data.Inputs["labels"].ToTensor(floats).flatten();
        using var optimizer = torch.optim.Adam(model.parameters(), lr: 0.01);
        var schedule = torch.optim.lr_scheduler.StepLR(optimizer, 4, 0.5);
        var (losses, norms) = (new double[10], new double[10]);
        for (var step = 0; step < losses.Length; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var logits = model.call(source, target);
            var loss = nn.functional.cross_entropy(logits.flatten(0, 1), labels, ignore_index: 0);
            loss.backward();
            norms[step] = nn.utils.clip_grad_norm_(model.parameters(), 0.5);
            optimizer.step();
            schedule.step();
            losses[step] = loss.ToDouble();
        }

        return (losses, norms);
    }

    private sealed class AttentionModel : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly Embedding source = nn.Embedding(11, 6, padding_idx: 0);
        private readonly Embedding target = nn.Embedding(9, 6, padding_idx: 0);
        private readonly LSTM encoder = nn.LSTM(6, 4, bidirectional: true);
        private readonly Linear bridge = nn.Linear(8, 7);
        private readonly Linear query = nn.Linear(7, 5, hasBias: false);
        private readonly Linear memory = nn.Linear(8, 5, hasBias: false);
        private readonly Linear score = nn.Linear(5, 1, hasBias: false);
        private readonly LSTMCell decoder = nn.LSTMCell(6 + 8, 7);
        private readonly Linear head = nn.Linear(7 + 8, 9);

        public AttentionModel()
            : base(nameof(AttentionModel)) => RegisterComponents();

        public override Tensor forward(Tensor sourceTokens, Tensor targetTokens)
        {
            var (states, last, _) = encoder.call(source.call(sourceTokens));
            var keys = memory.call(states);
            var hide = sourceTokens.eq(0).transpose(0, 1);
            var h = bridge.call(torch.cat([last[0], last[1]], 1)).tanh();
            var c = torch.zeros_like(h);
            var logits = new List<Tensor>();
            foreach (var step in target.call(targetTokens).unbind())
            {
                var scores = score.call((query.call(h).unsqueeze(0) + keys).tanh()).squeeze(-1).transpose(0, 1);
                var weights = scores.masked_fill(hide, double.NegativeInfinity).softmax(1);
                var context = weights.unsqueeze(1).bmm(states.transpose(0, 1)).squeeze(1);
                (h, c) = decoder.call(torch.cat([step, context], 1), (h, c));
                logits.Add(head.call(torch.cat([h, context], 1)));
            }

            return torch.stack(logits);
        }
    }
}
