using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Tests.Scripting;

/// <summary>A session and a short way to run cells in it.</summary>
public sealed class SessionFixture : IDisposable
{
    private int count;

    internal SessionFixture(SessionOptions? options = null) => Session = new ScriptSession(options ?? new SessionOptions());

    internal ScriptSession Session { get; }

    internal async Task<Collected> Run(string code, InputReader? input = null)
    {
        var collected = new Collected();
        var result = await Session.RunAsync(new CellRequest(code, $"In[{++count}]", input), collected, TestContext.Current.CancellationToken);
        Assert.Equal(result.Error, collected.Error);
        return collected;
    }

    /// <summary>The value of a cell that must not fail.</summary>
    internal async Task<string?> Value(string code)
    {
        var collected = await Run(code);
        Assert.Null(collected.Error is { } error ? string.Join('\n', error.Traceback) : null);
        return collected.Result;
    }

    public void Dispose() => Session.Dispose();
}
