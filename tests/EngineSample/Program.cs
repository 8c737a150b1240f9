using System.Globalization;
using EngineSample;

// Learns to reverse short sequences; the same source runs on either engine.
torch.manual_seed(1);
using var model = new Reverser(symbols: 8, hidden: 32);
using var optimizer = torch.optim.Adam(model.parameters(), lr: 0.01);
var tokens = torch.randint(8, new long[] { 4, 64 });
var labels = tokens.flip(0);
for (var step = 0; step <= 200; step++)
{
    using var scope = torch.NewDisposeScope();
    optimizer.zero_grad();
    var loss = nn.functional.cross_entropy(model.call(tokens).flatten(0, 1), labels.flatten());
    loss.backward();
    nn.utils.clip_grad_norm_(model.parameters(), 1.0);
    optimizer.step();
    if (step % 50 == 0)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"step {step,3}  loss {loss.item<float>():F4}"));
}
