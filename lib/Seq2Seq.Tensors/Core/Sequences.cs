using System.Numerics;

namespace Seq2Seq.Tensors;

/// <summary>Arithmetic sequences.</summary>
internal static class Sequences
{
    public static torch.Tensor Arange(Scalar start, Scalar stop, Scalar step, torch.ScalarType? type, bool requiresGrad)
    {
        var whole = !start.Type.IsFloat() && !stop.Type.IsFloat() && !step.Type.IsFloat();
        var chosen = type ?? (whole ? torch.ScalarType.Int64 : torch.get_default_dtype());
        var (from, to, by) = (start.ToDouble(), stop.ToDouble(), step.ToDouble());
        if (by == 0 || (to - from) * by < 0)
            throw Throw.Bad($"arange: step {step} does not lead from {start} to {stop}; it must not be zero and must point from the first to the second");
        var count = whole ? Count(start.ToInt64(), stop.ToInt64(), step.ToInt64()) : (long)Math.Ceiling((to - from) / by);
        var tensor = torch.Tensor.Uninitialized([count], chosen);
        var body = new Body { Target = tensor, Start = start, Step = step, Whole = whole };
        ElementTypes.Dispatch(chosen, ref body);
        return Creation.Finish(tensor, requiresGrad);
    }

    public static torch.Tensor Linspace(double start, double end, long steps, torch.ScalarType? type, bool requiresGrad)
    {
        if (steps < 0)
            throw Throw.Bad($"linspace: {steps} steps cannot be made; ask for at least 0");
        var tensor = torch.Tensor.Uninitialized([steps], torch.ScalarType.Float64);
        var values = tensor.Span<double>();
        var step = steps > 1 ? (end - start) / (steps - 1) : 0;
        for (var i = 0; i < values.Length; i++)
            values[i] = i < steps / 2 || steps == 1 ? start + (i * step) : end - ((steps - 1 - i) * step);
        var result = tensor.to_type(type ?? torch.get_default_dtype());
        tensor.Dispose();
        return Creation.Finish(result, requiresGrad);
    }

    private static long Count(long start, long stop, long step) =>
        step > 0 ? (stop - start + step - 1) / step : (start - stop - step - 1) / -step;

    private struct Body : IElementBody
    {
        public torch.Tensor Target;
        public Scalar Start;
        public Scalar Step;
        public bool Whole;

        public readonly void Run<T>()
            where T : unmanaged, INumber<T>
        {
            var span = Target.Span<T>();
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Whole
                    ? T.CreateTruncating(Start.ToInt64() + (i * Step.ToInt64()))
                    : T.CreateTruncating(Start.ToDouble() + (i * Step.ToDouble()));
            }
        }
    }
}
