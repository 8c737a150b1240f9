namespace Seq2Seq.Tensors.Conformance;

/// <summary>The modules of Fixtures/more_modules.json: those that mostly hold no weights.</summary>
internal static class MoreModuleCases
{
    public static Dictionary<string, ModuleCase> All() => new()
    {
        ["ReLU"] = ModuleCase.Of(() => nn.ReLU()),
        ["GELU"] = ModuleCase.Of(() => nn.GELU()),
        ["GELU_tanh"] = ModuleCase.Of(() => nn.GELU(GELU.Approximate.tanh)),
        ["ELU"] = ModuleCase.Of(() => nn.ELU(0.7)),
        ["LeakyReLU"] = ModuleCase.Of(() => nn.LeakyReLU(0.1)),
        ["SiLU"] = ModuleCase.Of(() => nn.SiLU()),
        ["Sigmoid"] = ModuleCase.Of(() => nn.Sigmoid()),
        ["Tanh"] = ModuleCase.Of(() => nn.Tanh()),
        ["Softplus"] = ModuleCase.Of(() => nn.Softplus(2, 10)),
        ["Softmax"] = ModuleCase.Of(() => nn.Softmax(0)),
        ["LogSoftmax"] = ModuleCase.Of(() => nn.LogSoftmax(1)),
        ["Identity"] = ModuleCase.Of(() => nn.Identity()),
        ["Dropout"] = ModuleCase.Of(() => nn.Dropout(0.5), (m, t) =>
        {
            m.eval();
            return [m.call(t.X)];
        }),
        ["Flatten"] = ModuleCase.Of(() => nn.Flatten()),
        ["MaxPool1d"] = ModuleCase.Of(() => nn.MaxPool1d(3, stride: 2, padding: 1)),
        ["MaxPool2d"] = ModuleCase.Of(() => nn.MaxPool2d(2, stride: 1)),
        ["AvgPool1d"] = ModuleCase.Of(() => nn.AvgPool1d(3, stride: 2)),
        ["AvgPool2d"] = ModuleCase.Of(() => nn.AvgPool2d(2)),
        ["BatchNorm2d"] = ModuleCase.Of(() => nn.BatchNorm2d(3)),
        ["CrossEntropyLoss"] = Loss(() => nn.CrossEntropyLoss(ignore_index: 0), t => t["t"]),
        ["NLLLoss"] = Loss(() => nn.NLLLoss(reduction: nn.Reduction.Sum), t => t["t"]),
        ["MSELoss"] = Loss(() => nn.MSELoss(), t => t.Y),
        ["L1Loss"] = Loss(() => nn.L1Loss(), t => t.Y),
        ["KLDivLoss"] = Loss(() => nn.KLDivLoss(true, nn.Reduction.Sum), t => t.Y),
        ["BCELoss"] = Loss(() => nn.BCELoss(), t => t["q"].to(t.Type)),
        ["BCEWithLogitsLoss"] = Loss(() => nn.BCEWithLogitsLoss(), t => t["q"].to(t.Type)),
        ["Sequential"] = ModuleCase.Of(() => nn.Sequential(nn.Linear(4, 3), nn.Tanh(), nn.Linear(3, 2))),
        ["TransformerEncoder"] = ModuleCase.Of(
            () => nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6, 0.0), 2), (m, t) => [m.call(t.X)]),
        ["TransformerDecoder"] = ModuleCase.Of(
            () => nn.TransformerDecoder(nn.TransformerDecoderLayer(4, 2, 6, 0.0), 2), (m, t) => [m.call(t.X, t.Y)]),
    };

    private static ModuleCase Loss<T>(Func<T> make, Func<Inputs, Tensor> target)
        where T : nn.Module<Tensor, Tensor, Tensor> => ModuleCase.Of(make, (m, t) => [m.call(t.X, target(t))]);
}
