using System.Numerics;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>An optimizer's formula over one parameter, element by element.</summary>
/// <remarks>
/// The spans are parameter, gradient (empty if it is given by rows) and up to three remembered tensors, all of one length. Plain scalar arithmetic, never contracted
/// and never reordered, so that the result is the same on every machine.
/// </remarks>
internal interface IElementStep
{
    void Run<T>(Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> first, Span<T> second, Span<T> third)
        where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>Applies an <see cref="IElementStep"/> to tensors.</summary>
internal static class InPlaceStep
{
    public static void Apply<TStep>(
        TStep step, Tensor parameter, StoredGradient gradient, Tensor? first = null, Tensor? second = null, Tensor? third = null)
        where TStep : struct, IElementStep
    {
        if (parameter.dtype == ScalarType.Float32)
            Apply<TStep, float>(step, parameter, gradient.Whole, first, second, third);
        else
            Apply<TStep, double>(step, parameter, gradient.Whole, first, second, third);
    }

    private static void Apply<TStep, T>(
        TStep step, Tensor parameter, Tensor? gradient, Tensor? first, Tensor? second, Tensor? third)
        where TStep : struct, IElementStep
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var valuesCopy = parameter.Contiguous ? null : parameter.Dense();
        using var slopeCopy = gradient is { Contiguous: false } ? gradient.Dense() : null;
        var (values, slope) = (valuesCopy ?? parameter, slopeCopy ?? gradient);
        step.Run(values.Span<T>(), Span<T>(slope), Span<T>(first), Span<T>(second), Span<T>(third));
        GC.KeepAlive(slope);
        if (valuesCopy is null)
            parameter.Storage.Version++;
        else
            parameter.copy_(values);
    }

    private static Span<T> Span<T>(Tensor? state)
        where T : unmanaged => state is null ? default : state.Span<T>();
}
