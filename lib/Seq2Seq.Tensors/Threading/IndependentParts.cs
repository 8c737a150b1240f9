using System.Runtime.ExceptionServices;

namespace Seq2Seq.Tensors;

/// <summary>Parts of a job that are whole programs of operations: dealt out to the workers, errors brought back to the caller.</summary>
internal static class IndependentParts
{
    public static void Run(int parts, Action<int> run)
    {
        var errors = new ExceptionDispatchInfo?[parts];
        var body = new Body(run, errors, GradMode.Enabled);
        Workers.For(parts, ref body);
        Array.Find(errors, error => error is not null)?.Throw();
    }

    private readonly struct Body(Action<int> run, ExceptionDispatchInfo?[] errors, bool records) : IChunkBody
    {
        // A worker is not the place where an error ends: it goes to who asked.
        public void Run(int chunk)
        {
            using var mode = GradMode.Set(records);
            try
            {
                run(chunk);
            }
            catch (Exception error)
            {
                errors[chunk] = ExceptionDispatchInfo.Capture(error);
            }
        }
    }
}
