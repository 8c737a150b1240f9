using System.Runtime.ExceptionServices;

namespace Seq2Seq.Tensors;

/// <summary>Shares of a job that are whole programs of operations: dealt out to the workers, errors brought back to the caller.</summary>
internal static class IndependentShares
{
    public static void Run(int items, int shares, Action<int, int> run)
    {
        var errors = new ExceptionDispatchInfo?[shares];
        var body = new Body(items, run, errors, GradMode.Enabled);
        Workers.For(shares, ref body);
        Array.Find(errors, error => error is not null)?.Throw();
    }

    private readonly struct Body(int items, Action<int, int> run, ExceptionDispatchInfo?[] errors, bool records) : IChunkBody
    {
        // A worker is not the place where an error ends: it goes to who asked.
        public void Run(int chunk)
        {
            using var mode = GradMode.Set(records);
            var first = (int)((long)items * chunk / errors.Length);
            try
            {
                run(first, (int)((long)items * (chunk + 1) / errors.Length) - first);
            }
            catch (Exception error)
            {
                errors[chunk] = ExceptionDispatchInfo.Capture(error);
            }
        }
    }
}
